namespace PulpoSync.Sandbox;

/// <summary>An item of a <see cref="PulpoBox"/>.</summary>
/// <param name="Sku">The product's SKU.</param>
/// <param name="Quantity">How many are in the box.</param>
/// <param name="LineOrderId">The line's id as the client sent it.</param>
/// <param name="Batches">Lots and serial numbers.</param>
public sealed record PulpoBoxLine(string? Sku, long Quantity, string? LineOrderId, IReadOnlyList<PackBatch> Batches);
