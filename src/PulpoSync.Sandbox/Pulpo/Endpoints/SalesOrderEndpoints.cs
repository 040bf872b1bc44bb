namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Single sales orders.</summary>
internal static class SalesOrderEndpoints
{
    private static readonly string[] CountedStates =
        [OrderState.Queue, OrderState.Picking, OrderState.Packing, OrderState.Shipping, OrderState.Ended, OrderState.Cancelled];

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "sales/orders", SalesOrderResource.Orders.List),
        new("POST", "sales/orders", call => Answer(call, SalesOrderWriter.Create(call, call.Body), StatusCodes.Status201Created)),
        new("POST", "sales/orders/quick", call => Answer(call, QuickOrders.Create(call, call.Body), StatusCodes.Status200OK)),
        new("GET", "sales/orders/counts", Counts),
        new("GET", "sales/orders/{id}", SalesOrderResource.Orders.Show),
        new("PUT", "sales/orders/{id}", Put),
        new("PATCH", "sales/orders/{id}", call => With(call, order => SalesOrderWriter.Patch(call, order))),
        new("POST", "sales/orders/{id}/cancel", call => With(call, order => SalesOrderFlow.Cancel(call.World, order))),
        new("POST", "sales/orders/{id}/pause", call => With(call, order => SalesOrderFlow.Pause(call.World, order))),
        new("POST", "sales/orders/{id}/resume", call => With(call, order => SalesOrderFlow.Resume(call.World, order))),
    ];

    private static PulpoAnswer Put(PulpoCall call)
    {
        if (call.World.SalesOrders.Find(call.Id()) is not { } order) return call.MissingId();
        var change = SalesOrderWriter.Update(call, call.Body, order);
        return change.Refused && !call.Options.EditableStates.Contains(order.State)
            ? call.Refused(change.Errors, call.Options.NotEditableStatus)
            : Answer(call, change, StatusCodes.Status201Created);
    }

    private static PulpoAnswer With(PulpoCall call, Func<SalesOrder, Change<SalesOrder>> change) =>
        call.World.SalesOrders.Find(call.Id()) is { } order ? Answer(call, change(order), StatusCodes.Status200OK) : call.MissingId();

    private static PulpoAnswer Answer(PulpoCall call, Change<SalesOrder> change, int status) =>
        change.Row is { } row ? SalesOrderResource.Orders.Show(call, row, status) : call.Refused(change.Errors);

    private static PulpoAnswer Counts(PulpoCall call)
    {
        var counts = call.World.SalesOrders.Rows.CountBy(o => o.State).ToDictionary();
        return PulpoAnswer.Of(StatusCodes.Status200OK, new { Counts = CountedStates.ToDictionary(s => s, s => counts.GetValueOrDefault(s)) });
    }
}
