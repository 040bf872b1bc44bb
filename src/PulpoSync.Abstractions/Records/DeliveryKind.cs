namespace PulpoSync.Records;

/// <summary>How goods reach the customer.</summary>
public enum DeliveryKind
{
    /// <summary>By parcel, also to a parcel shop.</summary>
    Shipping,
    /// <summary>The customer collects in a store.</summary>
    PickUp,
    /// <summary>The merchant's own courier.</summary>
    Local,
    /// <summary>Handed over at the counter.</summary>
    Retail,
    /// <summary>Nothing to ship.</summary>
    None,
    /// <summary>A kind that we do not know.</summary>
    Other,
}
