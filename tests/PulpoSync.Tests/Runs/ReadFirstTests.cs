using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Runs;
using PulpoSync.Records;
using PulpoSync.Tests.Storage;

namespace PulpoSync.Tests.Runs;

/// <summary>A run that must not be ahead of what it depends on.</summary>
public sealed class ReadFirstTests : IDisposable
{
    private readonly TempStore _temp = new();
    private readonly StoredIntegration _orders;
    private readonly StoredIntegration _stock;
    private readonly FlowDefinition<Order> _flow = new(IntegrationType.Stock, [], _ => throw new NotSupportedException())
    {
        ReadFirst = [IntegrationType.SalesOrders, IntegrationType.SalesOrdersPos], ReadFirstSwitch = "OrdersFirst",
    };

    public ReadFirstTests()
    {
        _orders = _temp.AddIntegration("Orders");
        _stock = _temp.Store.Integrations.Save(_orders with
        {
            Id = 0, Name = "Stock", Type = IntegrationType.Stock, SourceId = _orders.DestinationId, DestinationId = _orders.SourceId,
        });
    }

    [Fact]
    public void WaitsFor_orders_that_were_never_read_is_told_by_name()
    {
        var waits = Waits();

        Assert.Contains("\"Orders\"", waits);
        Assert.Contains("never", waits);
    }

    [Fact]
    public void WaitsFor_orders_read_since_the_last_run_is_nothing()
    {
        ReadOrders(isComplete: true);

        Assert.Null(Waits());
    }

    [Fact]
    public void WaitsFor_orders_read_before_the_last_run_is_told()
    {
        ReadOrders(isComplete: true);
        _temp.Time.Advance(TempStore.Minute);
        _temp.Store.Integrations.SetSchedule(_stock.Id, _temp.Time.GetUtcNow(), null);

        Assert.NotNull(Waits());

        _temp.Time.Advance(TempStore.Minute);
        ReadOrders(isComplete: true);
        Assert.Null(Waits());
    }

    [Fact]
    public void WaitsFor_a_run_that_did_not_reach_the_end_does_not_count()
    {
        ReadOrders(isComplete: false);

        Assert.NotNull(Waits());
    }

    [Fact]
    public void WaitsFor_a_further_type_counts_where_it_is_set_up()
    {
        ReadOrders(isComplete: true);
        _temp.Store.Integrations.Save(_orders with { Id = 0, Name = "Till", Type = IntegrationType.SalesOrdersPos });

        Assert.Contains("\"Till\"", Waits());
    }

    [Fact]
    public void WaitsFor_switched_off_is_nothing() => Assert.Null(Waits(isOn: false));

    [Fact]
    public void WaitsFor_without_anything_to_wait_for_is_a_failure_of_the_setup()
    {
        _temp.Store.Integrations.Delete(_orders.Id);

        var failure = Assert.Throws<FailureException>(() => Waits()).Failure;

        Assert.Equal((FailureKind.Configuration, "NothingReadFirst"), (failure.Kind, failure.Code));
        Assert.Contains("OrdersFirst", failure.Message);
    }

    public void Dispose() => _temp.Dispose();

    private string? Waits(bool isOn = true) => new ReadFirst(_temp.Store.Integrations).WaitsFor(
        _flow, _temp.Store.Integrations.Find("Stock")!, new SettingBag(new Dictionary<string, string> { ["OrdersFirst"] = isOn ? "true" : "false" }));

    private void ReadOrders(bool isComplete)
    {
        var lease = _temp.TakeLease(_temp.AddRoute());
        var run = _temp.Store.Runs.StartRun(_orders.Id, lease, "recurring");
        _temp.Store.Runs.FinishRun(run, RunStatus.Finished, new RunCounts(), null, isComplete);
        _temp.Store.Runs.Leases.Release(lease);
    }
}
