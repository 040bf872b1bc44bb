namespace PulpoSync.Records;

/// <summary>How a warehouse tells the pieces of a product apart.</summary>
public enum ProductTracking
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>By lot.</summary>
    Lot,
    /// <summary>By serial number.</summary>
    Serial,
}
