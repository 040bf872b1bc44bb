namespace PulpoSync.Sandbox.Shopify;

/// <summary>A refund to be made.</summary>
public sealed record RefundDraft
{
    /// <summary>For what; empty for a mere gift of money.</summary>
    public IReadOnlyList<RefundLineDraft> Lines { get; init; } = [];

    /// <summary>In the shop's currency; the price of the lines and the shipping by default.</summary>
    public decimal? Amount { get; init; }

    /// <summary>How much of the shipping is given back.</summary>
    public decimal Shipping { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the customer is told.</summary>
    public bool Notify { get; init; }

    /// <summary>The return that it settles, or null.</summary>
    public Return? Return { get; init; }
}
