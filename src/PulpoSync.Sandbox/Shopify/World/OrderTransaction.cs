namespace PulpoSync.Sandbox.Shopify;

/// <summary>Money that came or went. Follows from the order's financial status and its refunds; nothing is kept of it.</summary>
/// <param name="Id">The numeric id.</param>
/// <param name="Order">The order.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Amount">In the shop's currency.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Parent">The payment that a refund gives back, or null.</param>
public sealed record OrderTransaction(
    long Id, Order Order, TransactionKind Kind, TransactionStatus Status, decimal Amount, DateTimeOffset CreatedAt, OrderTransaction? Parent = null)
{
    private const long IdOffset = 10_000_000_000_000;

    /// <summary>How it was paid.</summary>
    public string Gateway => Order.Gateway;

    /// <summary>The payment of an order and what was given back of it.</summary>
    internal static IReadOnlyList<OrderTransaction> Of(Order order)
    {
        if (order.Total == 0) return [];
        var (kind, status) = order.FinancialStatus switch
        {
            FinancialStatus.Pending => (TransactionKind.Sale, TransactionStatus.Pending),
            FinancialStatus.Authorized or FinancialStatus.Expired or FinancialStatus.Voided => (TransactionKind.Authorization, TransactionStatus.Success),
            _ => (TransactionKind.Sale, TransactionStatus.Success),
        };
        var amount = order.Received > 0 ? order.Received : order.Total;
        var payment = new OrderTransaction(order.Id + IdOffset, order, kind, status, amount, order.CreatedAt);
        return [payment, .. order.Refunds.Select(r => Of(r, payment)).OfType<OrderTransaction>()];
    }

    /// <summary>The transaction of a refund; null when no money was given back.</summary>
    internal static OrderTransaction? Of(Refund refund) => Of(refund.Order) is [var payment, ..] ? Of(refund, payment) : null;

    private static OrderTransaction? Of(Refund refund, OrderTransaction payment) => refund.Amount == 0
        ? null
        : new OrderTransaction(refund.Id + IdOffset, refund.Order, TransactionKind.Refund, TransactionStatus.Success, refund.Amount, refund.CreatedAt, payment);
}
