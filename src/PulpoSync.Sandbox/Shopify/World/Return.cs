namespace PulpoSync.Sandbox.Shopify;

/// <summary>Goods that a customer sends back.</summary>
public sealed class Return(long id, Order order, string name)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>The id as clients see it.</summary>
    public string Gid => Gids.Of("Return", Id);

    /// <summary>The order.</summary>
    public Order Order { get; } = order;

    /// <summary>Its name: the order's with a counter, <c>#1001-R1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its status.</summary>
    public ReturnStatus Status { get; internal set; } = ReturnStatus.Open;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>What comes back.</summary>
    public IReadOnlyList<ReturnLine> Lines { get; init; } = [];

    /// <summary>Whether its goods can be in no other return.</summary>
    public bool Counts => Status is ReturnStatus.Open or ReturnStatus.Closed or ReturnStatus.Requested;
}
