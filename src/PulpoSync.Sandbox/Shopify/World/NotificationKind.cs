namespace PulpoSync.Sandbox.Shopify;

/// <summary>What a message to a customer was about.</summary>
public enum NotificationKind
{
    /// <summary>Goods were shipped.</summary>
    Shipped,

    /// <summary>A shipment has other tracking now.</summary>
    TrackingChanged,

    /// <summary>Money was given back.</summary>
    Refunded,

    /// <summary>A return was cancelled.</summary>
    ReturnCancelled,
}
