namespace PulpoSync.Sandbox.Billbee;

/// <summary>What a new state of an order brings with it.</summary>
internal static class BillbeeStates
{
    /// <summary>The numbers of the states that mean something to the sandbox.</summary>
    public const int Confirmed = 2, Paid = 3, Shipped = 4, Reclamation = 5, Deleted = 6, Closed = 7, Canceled = 8, Archived = 9, NotUsed = 10, Offered = 14;

    /// <summary>Sets the state. The stamps that go with some are inferred; one that is there already stays.</summary>
    public static BillbeeOrder Set(BillbeeWorld world, BillbeeOrder order, int state) => world.Save(Stamped(order, state, world.Now) with { State = state });

    private static BillbeeOrder Stamped(BillbeeOrder order, int state, DateTime now) => state switch
    {
        Confirmed => order with { ConfirmedAt = order.ConfirmedAt ?? now },
        Paid => order with { PayedAt = order.PayedAt ?? now },
        Shipped => order with { ShippedAt = order.ShippedAt ?? now },
        Archived => order with { ArchivedAt = order.ArchivedAt ?? now },
        _ => order,
    };
}
