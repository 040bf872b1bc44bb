namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>A line of a fulfilment order: what may still be told as shipped of an order's line, and from where.</summary>
internal sealed class OpenLine
{
    /// <summary>Id of the fulfilment order; changes with every split, move and merge.</summary>
    public required string FulfillmentOrder { get; init; }
    /// <summary>Id of this line of it.</summary>
    public required string Id { get; init; }
    /// <summary>Key of the order's line.</summary>
    public required string Line { get; init; }
    /// <summary>Key of the location that it is assigned to.</summary>
    public string? Location { get; init; }
    /// <summary>State of the fulfilment order, in Shopify's words.</summary>
    public string? Status { get; init; }
    /// <summary>True where Shopify lets it be fulfilled.</summary>
    public bool MayShip { get; init; }
    /// <summary>Pieces that are left.</summary>
    public int Remaining { get; set; }

    /// <summary>True where it is to be shipped, but not now.</summary>
    public bool IsHeld => Status is "ON_HOLD" or "SCHEDULED";

    /// <summary>True where nobody will ship it any more, whatever remains: a cancelled order keeps its pieces.</summary>
    public bool IsClosed => Status is "CLOSED" or "CANCELLED";
}
