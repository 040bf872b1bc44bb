namespace PulpoSync.Records;

/// <summary>Packed pieces of one line of an order.</summary>
/// <param name="LineKey">The shop's key of the line (<see cref="OrderLine.Key"/>).</param>
/// <param name="Sku">Article number, for messages.</param>
/// <param name="Quantity">Pieces.</param>
public sealed record PackedLine(string LineKey, string? Sku, int Quantity);
