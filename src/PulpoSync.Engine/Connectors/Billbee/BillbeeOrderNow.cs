using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>An order as it stands at Billbee, as far as what is told to it depends on it. Holds no personal data.</summary>
/// <param name="Id">Billbee's id.</param>
/// <param name="Number">Number for people.</param>
/// <param name="State">State, one of <see cref="BillbeeState"/>'s words.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Parcels">Shipments that go to the customer.</param>
internal sealed record BillbeeOrderNow(string Id, string Number, string State, IReadOnlyList<string> Tags, IReadOnlyList<BillbeeParcel> Parcels)
{
    private const string Path = "/orders/{id}";

    /// <summary>True where nobody is to ship it any more.</summary>
    public bool IsTakenBack => State is BillbeeState.Canceled or BillbeeState.Deleted;

    /// <summary>Reads an order; null where there is none.</summary>
    public static Task<BillbeeOrderNow?> FindAsync(BillbeeClient client, string id, CancellationToken cancellationToken)
    {
        var call = new BillbeeCall(HttpMethod.Get, Path) { Id = id };
        return client.FindAsync(call, order => Read(call, order), cancellationToken);
    }

    /// <summary>What may be written about an order.</summary>
    /// <param name="id">Billbee's id of the order.</param>
    /// <param name="method">Method.</param>
    /// <param name="what">Last part of the path.</param>
    /// <param name="kind">What may be done again.</param>
    /// <param name="body">JSON.</param>
    public static BillbeeCall Write(string id, HttpMethod method, string what, CallKind kind, byte[] body) =>
        new(method, $"{Path}/{what}", kind) { Id = id, Body = body };

    private static BillbeeOrderNow Read(BillbeeCall call, JsonElement order)
    {
        // Another order than was asked for, or one without its state, must not decide what is written to this one.
        if (order.Text("BillBeeOrderId") is not { } id || id != call.Id) throw BillbeeClient.Unexpected(call, "with another order than was asked for");
        if (order.Count("State") is not { } state) throw BillbeeClient.Unexpected(call, "without the order's state");
        var tags = order.Items("Tags").Select(tag => tag.AsText()).OfType<string>();
        return new BillbeeOrderNow(id, order.Text("OrderNumber") ?? id, BillbeeState.Word(state), [.. tags], BillbeeParcel.ReadAll(order));
    }
}
