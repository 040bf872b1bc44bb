namespace PulpoSync.Records;

/// <summary>Goods that came back to a warehouse: one reception of one order's goods. Notes are personal data and are never stored.</summary>
public sealed record GoodsReturn
{
    /// <summary>Part of a return that registers it.</summary>
    public const string RegistrationPart = "return";
    /// <summary>Part of a return that gives money back.</summary>
    public const string RefundPart = "refund";

    /// <summary>The source system's own, unchangeable key; what stands after its last slash is <see cref="Number"/>.</summary>
    public required string Key { get; init; }
    /// <summary>The source's number of the return, as people read it there.</summary>
    public required string Number { get; init; }
    /// <summary>Account that the order belongs to, such as <c>shopify:acme.myshopify.com</c>; null: the source does not know.</summary>
    public string? OrderAccount { get; init; }
    /// <summary>Key of the order in that account; null: the source does not know.</summary>
    public string? OrderKey { get; init; }
    /// <summary>Number of the order at the source; null: the return names no order.</summary>
    public string? OrderNumber { get; init; }
    /// <summary>When the reception began.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
    /// <summary>When the source last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>False while the warehouse is still receiving: further pieces may come.</summary>
    public bool IsFinished { get; init; } = true;
    /// <summary>What came back; in a write only what is to be written.</summary>
    public IReadOnlyList<ReturnedGoods> Lines { get; init; } = [];
    /// <summary>Free text of the warehouse.</summary>
    public string? Note { get; init; }
    /// <summary>In a write that gives money back: what the flow decided. Null when read, and in a write that registers the return.</summary>
    public RefundTerms? Refund { get; init; }
}
