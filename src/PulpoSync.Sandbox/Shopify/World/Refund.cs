namespace PulpoSync.Sandbox.Shopify;

/// <summary>Money given back.</summary>
/// <param name="Id">The numeric id.</param>
/// <param name="Order">The order.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Amount">In the shop's currency, shipping included.</param>
/// <param name="Lines">For what; empty for a mere gift of money.</param>
public sealed record Refund(long Id, Order Order, DateTimeOffset CreatedAt, string? Note, decimal Amount, IReadOnlyList<RefundLine> Lines)
{
    /// <summary>How much of it is for shipping.</summary>
    public decimal Shipping { get; init; }

    /// <summary>The return that it settles, or null.</summary>
    public Return? Return { get; init; }

    /// <summary>Whether the customer was told.</summary>
    public bool IsNotified { get; init; }
}
