namespace PulpoSync.Sandbox;

/// <summary>An item of a <see cref="PulpoPacking"/>.</summary>
/// <param name="Sku">The product's SKU.</param>
/// <param name="Requested">How many were to be packed.</param>
/// <param name="Packed">How many were.</param>
/// <param name="LineOrderId">The line's id as the client sent it.</param>
/// <param name="Batches">Lots and serial numbers.</param>
public sealed record PulpoPackingLine(string? Sku, long Requested, long Packed, string? LineOrderId, IReadOnlyList<PackBatch> Batches);
