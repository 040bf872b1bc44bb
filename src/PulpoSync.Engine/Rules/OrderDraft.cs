using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>An order on its way through the rules: the order itself and what they have decided so far.</summary>
public sealed record OrderDraft
{
    /// <summary>The order; rules may take lines away.</summary>
    public required Order Order { get; init; }
    /// <summary>Number at the destination, before the suffix of a split.</summary>
    public string BaseNumber { get; init; } = "";
    /// <summary>Text for the destination's criterium.</summary>
    public string? Criterium { get; init; }
    /// <summary>Day of delivery.</summary>
    public DateOnly? DeliveryDate { get; init; }
    /// <summary>Customer that stands in.</summary>
    public string? FallbackCustomer { get; init; }
}
