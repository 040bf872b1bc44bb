namespace PulpoSync.Benchmarks.Floor;

/// <summary>Requests that a run sends one after another. Lanes run at the same time.</summary>
internal enum Lane
{
    /// <summary>Pages of the shop.</summary>
    Shop,

    /// <summary>What orders need at PULPO: products and customers.</summary>
    Customers,

    /// <summary>Orders at PULPO.</summary>
    Orders,
}
