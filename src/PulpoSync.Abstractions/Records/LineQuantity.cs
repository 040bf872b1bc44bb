namespace PulpoSync.Records;

/// <summary>Pieces of one order line.</summary>
/// <param name="LineKey"><see cref="OrderLine.Key"/>.</param>
/// <param name="Quantity">Pieces.</param>
public sealed record LineQuantity(string LineKey, int Quantity);
