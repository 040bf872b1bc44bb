namespace PulpoSync.Sandbox;

/// <summary>How Shopify gives the protected fields of customers and addresses.</summary>
public enum CustomerDataAccess
{
    /// <summary>As they are.</summary>
    Given,

    /// <summary>Null without an error.</summary>
    Null,

    /// <summary>Null with an ACCESS_DENIED error beside the data.</summary>
    Denied,
}
