using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>
/// Which figure goes with letting Billbee take off what is reserved. Documented by Billbee's help: its stock is lowered when something is ordered, and counts it
/// as open beside that, until it is shipped. So what Billbee has is what may still be sold, and each order has to be taken off once.
/// </summary>
internal static class StockMeasureCheck
{
    /// <summary>What does not fit.</summary>
    public static IEnumerable<Failure> Findings(SettingBag settings)
    {
        var isOnHand = settings.Text("Quantity") == nameof(StockMeasure.OnHand);
        if (isOnHand == settings.Switch(BillbeeSpec.SubtractReserved)) yield break;
        yield return new Failure(FailureKind.Configuration, "MeasureAndReserved", isOnHand
            ? $"Quantity OnHand counts goods that are ordered and not packed yet, so Billbee would sell them a second time. Switch {BillbeeSpec.SubtractReserved} on, or set Quantity to Available."
            : $"Quantity Available has taken off what is ordered; with {BillbeeSpec.SubtractReserved} Billbee takes it off again and offers too little. "
              + $"Switch {BillbeeSpec.SubtractReserved} off, or set Quantity to OnHand.");
    }
}
