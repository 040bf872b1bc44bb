namespace PulpoSync.Records;

/// <summary>A lot, or the serial number of a piece, that was packed.</summary>
/// <param name="Sku">Article number; null where it is not known.</param>
/// <param name="Number">Lot or serial number.</param>
/// <param name="IsSerial">True for a serial number, false for a lot.</param>
/// <param name="Quantity">Pieces.</param>
public sealed record UsedBatch(string? Sku, string Number, bool IsSerial, int Quantity);
