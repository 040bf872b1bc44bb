using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>What the customer collects or gets by the shop's own courier does not go to a parcel station, unless it is asked for.</summary>
internal static class PickupRule
{
    public static RuleResult Apply(FulfillmentOrder fulfillment, SalesOrderSettings settings) =>
        fulfillment.Delivery is DeliveryKind.PickUp or DeliveryKind.Local or DeliveryKind.Retail && !settings.IncludePickup
            ? RuleResult.Skip(ReasonCodes.PickUp, $"Delivery is {fulfillment.Delivery}; IncludePickup is off.")
            : RuleResult.Accept("To be sent by parcel, or pick-up is wanted.");
}
