using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>Which fulfilment orders are taken: open ones. Holds and schedules wait, because a released hold moves no timestamp.</summary>
internal static class FulfillmentStateRule
{
    public static RuleResult Apply(FulfillmentOrder fulfillment) => fulfillment.State switch
    {
        FulfillmentState.Open or FulfillmentState.InProgress => RuleResult.Accept("To be shipped."),
        FulfillmentState.OnHold => RuleResult.Wait(
            ReasonCodes.Waiting, $"On hold in the shop{(fulfillment.HoldReason is { } reason ? $" ({reason})" : "")}; imported as soon as it is released."),
        FulfillmentState.Scheduled => RuleResult.Wait(ReasonCodes.Waiting, "Scheduled for later in the shop; imported as soon as it is opened."),
        FulfillmentState.Closed => RuleResult.Skip(ReasonCodes.NothingToShip, "Nothing is left to ship."),
        _ => RuleResult.Skip(ReasonCodes.UnknownState, $"The fulfilment order is in a state that PulpoSync does not know: {fulfillment.StateText}."),
    };
}
