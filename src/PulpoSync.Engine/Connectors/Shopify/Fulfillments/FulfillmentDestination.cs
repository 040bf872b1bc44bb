using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>Takes packed goods as shipments of a shop's orders: the orders of a batch are read together, and each write begins with what stands there.</summary>
internal sealed class FulfillmentDestination : IDestination<PackedGoods>
{
    private readonly ShippingOrders _orders;
    private readonly ShipmentWriter _writer;

    public FulfillmentDestination(ShopifyClient client)
    {
        _orders = new ShippingOrders(client);
        _writer = new ShipmentWriter(_orders, new ShipmentCalls(client, _orders));
    }

    /// <summary>
    /// Nothing at the shop names a packing, so that its key alone finds nothing: what an interrupted run has told is recognised by tracking number and
    /// goods when the record is written again, which reads the order first.
    /// </summary>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(_ => Found.Nothing)]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<PackedGoods>> batch, CancellationToken cancellationToken)
    {
        var orders = await _orders.ReadAsync(batch.Select(write => write.Record.OrderKey), cancellationToken).ConfigureAwait(false);
        return await OrderBatch.WriteAsync(
            batch, WholeOrders.AtOnce, goods => goods.OrderKey,
            async (write, token) => !orders.TryGetValue(write.Record.OrderKey, out var read) ? Gone(write)
                : read.Order is { } order ? await _writer.WriteAsync(write, order, token).ConfigureAwait(false)
                : WriteResult.Refused(read.Failure!),
            cancellationToken).ConfigureAwait(false);
    }

    private static WriteResult Gone(Write<PackedGoods> write) => WriteResult.LeftOut(
        ReasonCodes.OrderGone, $"The shop has no order for {write.Ref.Number} any more, or it is older than the app may read (scope {ShopifyScopes.AllOrders}).");
}
