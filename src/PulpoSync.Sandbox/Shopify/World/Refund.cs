namespace PulpoSync.Sandbox.Shopify;

/// <summary>Money given back.</summary>
/// <param name="Id">The numeric id.</param>
/// <param name="Order">The order.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Amount">In the shop's currency.</param>
/// <param name="Lines">For what; empty for a mere gift of money.</param>
public sealed record Refund(long Id, Order Order, DateTimeOffset CreatedAt, string? Note, decimal Amount, IReadOnlyList<RefundLine> Lines);
