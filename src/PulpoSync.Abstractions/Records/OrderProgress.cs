namespace PulpoSync.Records;

/// <summary>How far a warehouse is with one of its orders, and which lots and serial numbers it took for it. Holds no personal data.</summary>
public sealed record OrderProgress
{
    /// <summary>The warehouse system's own key of its order.</summary>
    public required string Key { get; init; }
    /// <summary>Number of the warehouse's order.</summary>
    public required string Number { get; init; }
    /// <summary>Account of the shop that the order came from.</summary>
    public required string Account { get; init; }
    /// <summary>The shop's key of the order (<see cref="Order.Key"/>).</summary>
    public required string OrderKey { get; init; }
    /// <summary>True where the warehouse no longer delivers it.</summary>
    public bool IsCancelled { get; init; }
    /// <summary>True where the warehouse has packed it and every other of its orders for the same order of the shop. False also where nobody asked.</summary>
    public bool IsPacked { get; init; }

    /// <summary>When the warehouse system last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>Lots and serial numbers.</summary>
    public IReadOnlyList<UsedBatch> Batches { get; init; } = [];
    /// <summary>In a write: what the shop's order is to carry. Null when read.</summary>
    public OrderMark? Mark { get; init; }
}
