using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>Nothing is shipped without an address.</summary>
internal sealed class AddressRule : IOrderRule
{
    public string Name => "Address";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        if (draft.Order.PersonalDataWithheld)
        {
            return RuleResult.Skip(
                ReasonCodes.AddressWithheld,
                "The shop does not show us name and address: its plan, or the app's access to protected customer data, does not allow it.")
                with { WarningCode = ReasonCodes.AddressWithheld };
        }

        return draft.Order.ShipTo is not null || !draft.Order.Lines.Any(line => line.RequiresShipping) || HasLeft(draft.Order)
            ? RuleResult.Accept("Has an address, or nothing to ship.")
            : RuleResult.Fail(ReasonCodes.AddressMissing, "The order has goods to ship and no shipping address; add one in the shop.");
    }

    // Sold over a counter, for instance.
    private static bool HasLeft(Order order) => order.FulfillmentOrders.Count > 0
        && order.FulfillmentOrders.All(fulfillment => fulfillment.State is FulfillmentState.Closed || fulfillment.Remaining.All(line => line.Quantity == 0));
}
