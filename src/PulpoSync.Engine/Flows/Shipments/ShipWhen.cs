namespace PulpoSync.Engine.Flows.Shipments;

/// <summary>When packed goods are told to the shop.</summary>
internal enum ShipWhen
{
    /// <summary>When every box has its tracking number, or the order has left.</summary>
    Tracking,
    /// <summary>When they are packed.</summary>
    Packed,
    /// <summary>When the whole order has left.</summary>
    Ended,
}
