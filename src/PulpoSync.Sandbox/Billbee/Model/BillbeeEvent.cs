namespace PulpoSync.Sandbox.Billbee;

/// <summary>What happened to an order.</summary>
public sealed record BillbeeEvent
{
    /// <summary>Created.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Employee name.</summary>
    public string? EmployeeName { get; init; }

    /// <summary>Event type name.</summary>
    public string? EventTypeName { get; init; }

    /// <summary>Text.</summary>
    public string? Text { get; init; }

    /// <summary>Type id.</summary>
    public int? TypeId { get; init; }
}
