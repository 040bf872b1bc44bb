namespace PulpoSync.Sandbox.Billbee;

/// <summary>A payment of an order.</summary>
public sealed record BillbeePayment
{
    /// <summary>Billbee id.</summary>
    public long? BillbeeId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Pay date.</summary>
    public DateTime? PayDate { get; init; }

    /// <summary>Pay value.</summary>
    public decimal? PayValue { get; init; }

    /// <summary>Payment type.</summary>
    public int? PaymentType { get; init; }

    /// <summary>Purpose.</summary>
    public string? Purpose { get; init; }

    /// <summary>Source technology.</summary>
    public string? SourceTechnology { get; init; }

    /// <summary>Source text.</summary>
    public string? SourceText { get; init; }

    /// <summary>Transaction id.</summary>
    public string? TransactionId { get; init; }
}
