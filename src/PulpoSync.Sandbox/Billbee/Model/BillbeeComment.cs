namespace PulpoSync.Sandbox.Billbee;

/// <summary>A message that belongs to an order.</summary>
public sealed record BillbeeComment
{
    /// <summary>Created.</summary>
    public DateTime? Created { get; init; }

    /// <summary>From customer.</summary>
    public bool FromCustomer { get; init; }

    /// <summary>Id.</summary>
    public long? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Text.</summary>
    public string? Text { get; init; }
}
