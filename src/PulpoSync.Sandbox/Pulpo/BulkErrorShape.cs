namespace PulpoSync.Sandbox;

/// <summary>How a bulk answer about products lists what was refused.</summary>
public enum BulkErrorShape
{
    /// <summary><c>[{"errors":…}]</c>, one for each that was refused, in the order they were sent and without saying whose: as PULPO's contract declares.</summary>
    Listed,

    /// <summary><c>{"MUG":…}</c> by SKU, as for orders. Inferred.</summary>
    BySku,
}
