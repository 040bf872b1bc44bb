namespace PulpoSync.Sandbox;

/// <summary>Goods of one lot, or one piece with its serial number.</summary>
/// <param name="Number">The lot or serial number.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Expires">When the goods expire; null when they do not.</param>
public sealed record PackBatch(string Number, long Quantity = 1, DateOnly? Expires = null);
