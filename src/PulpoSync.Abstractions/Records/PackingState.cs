namespace PulpoSync.Records;

/// <summary>How far packed goods are.</summary>
public enum PackingState
{
    /// <summary>Not packed yet.</summary>
    Open,
    /// <summary>Packed.</summary>
    Packed,
    /// <summary>Packed, and the whole order has left the warehouse.</summary>
    Left,
    /// <summary>Taken back: nothing leaves.</summary>
    Cancelled,
}
