namespace PulpoSync.Records;

/// <summary>An amount in a currency.</summary>
/// <param name="Amount">The amount in whole units of the currency (12.50, not 1250).</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record Money(decimal Amount, string Currency);
