namespace PulpoSync.Sandbox.Shopify;

/// <summary>What happened to the stock of refunded lines.</summary>
public enum RestockType
{
    Cancel,
    LegacyRestock,
    NoRestock,
    Return,
}
