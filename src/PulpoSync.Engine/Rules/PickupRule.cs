using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>What the customer collects or gets by the shop's own courier does not go to a parcel station, unless it is asked for.</summary>
internal static class PickupRule
{
    public static RuleResult Apply(FulfillmentOrder fulfillment, SalesOrderSettings settings) =>
        fulfillment.Delivery switch
        {
            _ when settings.IncludePickup => RuleResult.Accept("To be sent by parcel, or pick-up is wanted."),
            DeliveryKind.PickUp or DeliveryKind.Local or DeliveryKind.Retail =>
                RuleResult.Skip(ReasonCodes.PickUp, $"Delivery is {fulfillment.Delivery}; IncludePickup is off."),
            DeliveryKind.Other => RuleResult.Skip(
                ReasonCodes.UnknownState, "The shop delivers it in a way that PulpoSync does not know; IncludePickup takes it all the same."),
            _ => RuleResult.Accept("To be sent by parcel."),
        };
}
