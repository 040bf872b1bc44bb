namespace PulpoSync.Engine.Connectors.Billbee.States;

/// <summary>Which states an order goes through one after the other. Inferred: Billbee numbers its states, and documents no sequence.</summary>
internal static class StateOrder
{
    private static readonly string[] Steps =
    [
        "ORDERED", "CONFIRMED", BillbeeState.Paid, "FULFILLING", BillbeeState.Packed, BillbeeState.Shipped, BillbeeState.Closed, BillbeeState.Archived,
    ];

    /// <summary>True where an order in one state needs no step to another: it is there, or beyond.</summary>
    public static bool IsReached(string now, string wanted) => now == wanted || (Array.IndexOf(Steps, wanted) is >= 0 and var step && Array.IndexOf(Steps, now) > step);

    /// <summary>True where somebody has taken the order off this way, which nobody but people may undo.</summary>
    public static bool IsOff(string now) => now is BillbeeState.Canceled or BillbeeState.Deleted or BillbeeState.Reclamation;
}
