namespace PulpoSync.Sandbox;

/// <summary>A Shopify subscription.</summary>
public enum ShopPlan
{
    /// <summary>100 points a second; no customer data for custom apps.</summary>
    Basic,

    /// <summary>100 points a second.</summary>
    Grow,

    /// <summary>200 points a second.</summary>
    Advanced,

    /// <summary>1000 points a second.</summary>
    Plus,

    /// <summary>2000 points a second.</summary>
    Enterprise,
}
