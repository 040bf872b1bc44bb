using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Runs;

/// <summary>What is ordered and not at the destination, as whoever tells the shop its stock has to know it.</summary>
public sealed class OutstandingTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Commit_an_order_that_arrived_leaves_nothing_outstanding()
    {
        _bench.Shop.Put(Bench.Order(1001));

        await _bench.RunAsync();

        Assert.Empty(Pieces());
    }

    [Fact]
    public async Task Commit_a_parked_order_is_outstanding_until_it_arrives()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Fault = _ => WriteResult.Refused(new Failure(FailureKind.Data, "UnknownSku", "PULPO does not know the SKU."));
        await _bench.RunAsync();
        Assert.Equal("Berlin MUG-1 2", Assert.Single(Pieces()));

        _bench.Warehouse.Fault = _ => null;
        await _bench.RunAsync(new StartRequest { RetryFailed = true });

        Assert.Empty(Pieces());
    }

    [Fact]
    public async Task Commit_orders_that_wait_or_are_left_out_are_outstanding_and_summed()
    {
        _bench.Set("Tag", "vip");
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002) with { Tags = ["vip"], FulfillmentOrders = [Some.Fulfillment(state: FulfillmentState.OnHold)] });

        await _bench.RunAsync();

        Assert.Equal("Berlin MUG-1 4", Assert.Single(Pieces()));
    }

    [Fact]
    public async Task Commit_only_what_no_delivery_holds_is_outstanding()
    {
        var order = Bench.Order(1001);
        _bench.Shop.Put(order);
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "picking");
        _bench.Warehouse.Fault = write => write.Operation is WriteOperation.Create
            ? WriteResult.Refused(new Failure(FailureKind.Data, "Refused", "No."))
            : null;

        _bench.Shop.Put(order with
        {
            UpdatedAt = Some.Morning.AddHours(2), Lines = [Some.Line(quantity: 5)], FulfillmentOrders = [Some.Fulfillment(lines: [("L1", 5)])],
        });
        await _bench.RunAsync();

        Assert.Equal("Berlin MUG-1 3", Assert.Single(Pieces()));
    }

    [Fact]
    public async Task Commit_what_was_shipped_or_cancelled_in_the_shop_is_no_longer_outstanding()
    {
        var order = Bench.Order(1001);
        _bench.Set("Tag", "vip");
        _bench.Shop.Put(order);
        await _bench.RunAsync();
        Assert.Single(Pieces());

        _bench.Shop.Put(order with
        {
            UpdatedAt = Some.Morning.AddHours(2), CancelledAt = Some.Morning.AddHours(2), FulfillmentOrders = [Some.Fulfillment(state: FulfillmentState.Closed)],
        });
        await _bench.RunAsync();

        Assert.Empty(Pieces());
    }

    [Fact]
    public async Task Commit_an_order_that_the_warehouse_alone_cancelled_is_outstanding_again()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "cancelled");

        _bench.Shop.Put(Bench.Order(1001) with { UpdatedAt = Some.Morning.AddHours(2), Note = "Ring the bell" });
        await _bench.RunAsync();

        Assert.Equal("Berlin MUG-1 2", Assert.Single(Pieces()));
    }

    public void Dispose() => _bench.Dispose();

    private IEnumerable<string> Pieces() => _bench.Store.Runs.Outstanding([IntegrationType.SalesOrders], "shopify:acme", "pulpo:acme")
        .Select(one => $"{one.Warehouse} {one.Sku} {one.Pieces}");
}
