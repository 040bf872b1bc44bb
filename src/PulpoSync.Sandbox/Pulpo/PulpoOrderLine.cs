namespace PulpoSync.Sandbox;

/// <summary>An item of a <see cref="PulpoOrder"/>.</summary>
/// <param name="Sku">The product's SKU.</param>
/// <param name="Quantity">How many are ordered.</param>
/// <param name="Fulfilled">How many are packed.</param>
/// <param name="LineOrderId">The line's id as the client sent it.</param>
public sealed record PulpoOrderLine(string? Sku, long Quantity, long Fulfilled, string? LineOrderId);
