using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>What a flow may say of its run as a whole: the places it wants, what is to be told of them, and what is planned again in each run.</summary>
public sealed class PlacesAndUnsteadyTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly FlowDefinition<Order> _definition;
    private string _content = "first";

    public PlacesAndUnsteadyTests() => _definition = new FlowDefinition<Order>(IntegrationType.SalesOrders, [], _ => new SayingFlow(() => _content));

    [Fact]
    public async Task Execute_hands_places_and_fingerprint_to_the_source_and_tells_notices_once()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002));

        await RunAsync();

        Assert.Equal(["loc-1"], _bench.Shop.Asked!.Places!);
        Assert.Equal("print", _bench.Shop.Asked.Fingerprint);
        Assert.Equal("Nothing goes to the cellar.", Assert.Single(_bench.Warnings, warning => warning.Code == "Notice").Message);
    }

    [Fact]
    public async Task Execute_plans_what_is_unsteady_again_although_neither_side_has_touched_it()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002));
        await RunAsync();
        _bench.Shop.Orders["order-1001"] = Bench.Order(1001) with { UpdatedAt = Bench.Order(1001).UpdatedAt.AddDays(-1) };
        _bench.Warehouse.Calls.Clear();

        await RunAsync();
        Assert.Contains("order-1001", _bench.Shop.ReadSingly);
        Assert.DoesNotContain("order-1002", _bench.Shop.ReadSingly);
        Assert.DoesNotContain("Update 1001", _bench.Warehouse.Calls);

        _content = "second";
        await RunAsync();
        Assert.Contains("Update 1001", _bench.Warehouse.Calls);
    }

    [Fact]
    public async Task Execute_full_compares_also_what_was_planned_again_before()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await RunAsync();
        _bench.Warehouse.Calls.Clear();

        await RunAsync(new StartRequest { Full = true });

        Assert.Equal(["Update 1001"], _bench.Warehouse.Calls.Where(call => call.StartsWith("Update", StringComparison.Ordinal)));
    }

    public void Dispose() => _bench.Dispose();

    private Task<IntegrationRun> RunAsync(StartRequest? request = null) => _bench.RunAsync(request, definition: _definition);

    // One write for each record, of a content that the record does not know.
    private sealed class SayingFlow(Func<string> content) : IFlow<Order>
    {
        public string Fingerprint => "print";
        public IReadOnlyCollection<string> Places => ["loc-1"];
        public IReadOnlyList<(string Code, string Message)> Notices => [("Notice", "Nothing goes to the cellar."), ("Notice", "Nothing goes to the cellar.")];
        public IReadOnlyCollection<string> Unsteady => ["1001", "unknown"];

        public string KeyOf(Order record) => record.Key;
        public string NumberOf(Order record) => record.Number;
        public string VersionOf(Order record) => "1";

        public Plan<Order> Plan(Order record, IReadOnlyList<LedgerRow> rows)
        {
            var row = rows.FirstOrDefault(row => row.Part.Length == 0);
            if (row?.Hash == content()) return new Plan<Order> { Decisions = [new Decision("", OutcomeKind.Unchanged, null, null, "As it is.")] };
            var delivery = new OrderDelivery { Number = record.Number, LocationKey = "loc-1", Warehouse = "Berlin" };
            return new Plan<Order>
            {
                Writes =
                [
                    new PlannedWrite<Order>(
                        "", 1, record.Number, row is null ? WriteOperation.Create : WriteOperation.Update, record with { Delivery = delivery }, content(), null, "Told."),
                ],
            };
        }
    }
}
