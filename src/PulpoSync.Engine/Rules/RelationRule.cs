namespace PulpoSync.Engine.Rules;

/// <summary>
/// An order that was split off from another, or merged with it, is not sent before somebody has said how the two stand to each other: both might be shipped.
/// A document that cancels an order is no order.
/// </summary>
internal sealed class RelationRule : IOrderRule
{
    public string Name => "Relation";

    // What is at the destination stays there, and is kept up to date.
    public bool IsFilter => true;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var order = draft.Order;
        if (order.CancellationOf is { } cancelled) return RuleResult.Skip(ReasonCodes.CancellationDocument, $"No order, but the document that cancels {cancelled}.");
        return order.ParentKey is null || settings.ImportChildOrders
            ? RuleResult.Accept(order.ParentKey is null ? "Stands for itself." : $"Belongs to order {order.ParentKey}; ChildOrders says that such orders are sent.")
            : RuleResult.Fail(
                ReasonCodes.ParentOrder,
                $"The order belongs to order {order.ParentKey} (split or merged), and both might be shipped. It comes by itself once it no longer names the other; "
                + "or set ChildOrders to Import, where such orders are to be shipped for themselves.");
    }
}
