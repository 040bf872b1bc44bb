namespace PulpoSync.Sandbox.Shopify;

/// <summary>How a fulfilment order reaches the customer.</summary>
public enum DeliveryMethodType
{
    Local,
    None,
    PickupPoint,
    PickUp,
    Retail,
    Shipping,
}
