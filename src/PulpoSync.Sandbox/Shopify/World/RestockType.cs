namespace PulpoSync.Sandbox.Shopify;

/// <summary>What happened to the stock of refunded lines.</summary>
public enum RestockType
{
    /// <summary>Goods that were not shipped yet are for sale again.</summary>
    Cancel,

    /// <summary>An old word for either of the two others that restock.</summary>
    LegacyRestock,

    /// <summary>They are gone.</summary>
    NoRestock,

    /// <summary>Goods that were shipped are back and for sale again.</summary>
    Return,
}
