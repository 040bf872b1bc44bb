namespace PulpoSync.Records;

/// <summary>Pieces of one article that came back in one condition.</summary>
public sealed record ReturnedGoods
{
    /// <summary><see cref="OrderLine.Key"/> of the order line that they were sold with; null: the order has no such line.</summary>
    public string? LineKey { get; init; }
    /// <summary>Article for messages: its number, or what the source calls it.</summary>
    public required string Sku { get; init; }
    /// <summary>Pieces.</summary>
    public required int Quantity { get; init; }
    /// <summary>True where the warehouse took them; false where it rejected them.</summary>
    public required bool IsAccepted { get; init; }
    /// <summary>The warehouse's reason, as a word of its own list; null: none.</summary>
    public string? Reason { get; init; }
    /// <summary>Free text of the warehouse.</summary>
    public string? Note { get; init; }
}
