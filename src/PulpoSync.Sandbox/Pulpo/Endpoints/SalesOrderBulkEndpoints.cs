using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Many sales orders at once.</summary>
internal static class SalesOrderBulkEndpoints
{
    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("POST", "sales/bulk/orders", call => Bulk(call, "created", body => SalesOrderWriter.Create(call, body))),
        new("POST", "sales/bulk/orders/quick", call => Bulk(call, "created", body => QuickOrders.Create(call, body))),
        new("PUT", "sales/bulk/orders", call => BulkMove(call, "updated", (order, body) => SalesOrderWriter.Update(call, body, order))),
        // What cancelling and pausing answer is not declared; the form of the others is taken.
        new("POST", "sales/bulk/orders/cancel", call => BulkMove(call, "cancelled", (order, _) => SalesOrderFlow.Cancel(call.World, order), 200)),
        new("POST", "sales/bulk/orders/pause", call => BulkMove(call, "updated", (order, _) => SalesOrderFlow.Pause(call.World, order), 200)),
        new("POST", "sales/bulk/orders/resume", call => BulkMove(call, "updated", (order, _) => SalesOrderFlow.Resume(call.World, order))),
    ];

    private static PulpoAnswer Bulk(PulpoCall call, string done, Func<JsonElement, Change<SalesOrder>> write, int status = 201) =>
        BulkAnswer.Of(call, done, write, NameOf, order => new { order.Id, order.OrderNum }, status);

    private static PulpoAnswer BulkMove(PulpoCall call, string done, Func<SalesOrder, JsonElement, Change<SalesOrder>> move, int status = 201) =>
        Bulk(call, done, e => Find(call, e) is { } order ? move(order, e) : new FieldError("order_num", FieldError.Missing), status);

    // Orders are named by {"order_num"}, "number", {"id"} or id; so PULPO documents it for cancelling, and so it is taken for updates too.
    private static SalesOrder? Find(PulpoCall call, JsonElement reference) => reference.ValueKind switch
    {
        JsonValueKind.Number => call.World.SalesOrders.Find(reference.TryGetInt64(out var id) ? id : -1),
        JsonValueKind.String => call.World.OrdersByNumber.Find(reference.GetString()!).FirstOrDefault(),
        JsonValueKind.Object when call.Changeset(reference).Integer("id", null) is { } id => call.World.SalesOrders.Find(id),
        _ => call.World.OrdersByNumber.Find(BulkAnswer.TextOf(reference, "order_num")).FirstOrDefault(),
    };

    private static string NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number or JsonValueKind.String => element.ToString(),
        _ when BulkAnswer.TextOf(element, "order_num") is var number and not "nil" => number,
        _ => BulkAnswer.TextOf(element, "id"),
    };
}
