namespace PulpoSync.Sandbox;

/// <summary>An item of a <see cref="PulpoReturn"/>.</summary>
/// <param name="Sku">The product's SKU.</param>
/// <param name="Quantity">How many came back.</param>
/// <param name="Accepted">Whether they are fit for stock.</param>
/// <param name="Place">Where they were put.</param>
/// <param name="LineOrderId">The line's id as the client sent it with the order.</param>
/// <param name="Reasons">The codes of the reasons.</param>
/// <param name="Notes">What the warehouse noted.</param>
public sealed record PulpoReturnLine(
    string? Sku, long Quantity, bool Accepted, PulpoPlace Place, string? LineOrderId, IReadOnlyList<string> Reasons, string? Notes);
