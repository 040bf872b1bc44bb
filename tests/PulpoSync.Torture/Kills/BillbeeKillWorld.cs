using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Sandbox;
using PulpoSync.Torture.Worlds.Billbee;

namespace PulpoSync.Torture.Kills;

/// <summary>The merchant of <see cref="Merchant"/>, killed.</summary>
internal sealed class BillbeeKillWorld : KillWorld
{
    private const string Pulpo = "pulpo";
    private const string Billbee = "billbee";

    /// <summary>Orders are worked at side by side: so many answers can be out when a run is killed.</summary>
    public const int AskedAtATime = 4;

    // Billbee's connector looks back for longer than others.
    private static readonly TimeSpan LongPause = LongerThan(BillbeeAssumptions.Overlap);

    private readonly Merchant _merchant;
    private readonly AccountLife _account;
    private readonly Floor _floor;
    private readonly string _measure;

    private BillbeeKillWorld(Merchant merchant, Random random, string measure) =>
        (_merchant, _account, _floor, _measure) = (merchant, new AccountLife(merchant, random, LongPause), new Floor(merchant, random, Pause), measure);

    public override string Name => $"Billbee, {_measure}";
    public override SandboxHost Sandbox => _merchant.Sandbox;
    public override QuickClock Clock => _merchant.Clock;
    public override SkewedClock Ours => _merchant.Ours;
    public override IReadOnlyList<RunEvent> Events => _merchant.Events;
    public override string StorePath => _merchant.StorePath;
    public override ICollection<string> Failures => _merchant.Failures;
    public override int Questions => _merchant.Questions;

    public override IReadOnlyList<Victim> Victims { get; } =
    [
        new("Products", IntegrationType.Products, [new(Pulpo, "POST /api/v1/inventory/bulk/products"), new(Pulpo, "PUT /api/v1/inventory/bulk/products")]),
        new("Orders", IntegrationType.SalesOrders, [
            new(Pulpo, "POST /api/v1/sales/bulk/orders"), new(Pulpo, "POST /api/v1/iam/bulk/third_parties"),
            new(Pulpo, "PUT /api/v1/sales/orders/{id}"), new(Pulpo, "POST /api/v1/sales/orders/{id}/cancel")]),
        new("Labels", IntegrationType.ShippingLabels, [
            new(Billbee, "POST /api/v1/shipment/shipwithlabel"),
            new(Pulpo, "POST /api/v1/packing/orders/{id}/boxes/{id}/shipment_tracking"), new(Pulpo, "POST /api/v1/packing/orders/{id}/boxes/{id}/attach")]),
        new("Shipments", IntegrationType.GenerateShipments, [new(Billbee, "POST /api/v1/orders/{id}/shipment")]),
        new("Stock", IntegrationType.Stock, [new(Billbee, "POST /api/v1/products/updatestockmultiple")]),
        new("Status", IntegrationType.StatusUpdates, [new(Billbee, "PUT /api/v1/orders/{id}/orderstate")]),
    ];

    public static async Task<BillbeeKillWorld> StartAsync(Random random, string measure)
    {
        var world = new BillbeeKillWorld(await Merchant.StartAsync(measure, Times), random, measure);
        world._account.Furnish();
        await world._merchant.RunAsync();
        world._floor.Stock();
        world.Clock.Pass(TimeSpan.FromMinutes(61));
        await world._merchant.RunAsync();
        await world._merchant.CloseAsync();
        return world;
    }

    public override async Task SettleAsync()
    {
        _account.LetGo();
        for (var turn = 0; turn < 6; turn++)
        {
            Clock.Pass(TimeSpan.FromHours(13));
            await RunAsync(new StartRequest { Due = true });
            if (turn < 4) _floor.Work(1);
        }
    }

    public override void Edit() => _account.Work(5);

    public override IReadOnlyList<string> Findings(Hits hits) =>
        new WeekComparison(_merchant, _account, _measure, AskedAtATime * hits.Of(IntegrationType.ShippingLabels)).Findings();

    public override ValueTask DisposeAsync() => _merchant.DisposeAsync();

    protected override async Task RunAsync(StartRequest request)
    {
        await _merchant.ReopenAsync();
        await _merchant.RunAsync(request);
        if (request.Due) await _merchant.AskAgainAsync();
        await _merchant.CloseAsync();
    }

    protected override void Shop(Victim victim)
    {
        if (victim.Type is IntegrationType.Products) _account.Renew(3);
        _account.Buy(4);
        _account.Work(2);
    }

    protected override void Warehouse()
    {
        _floor.Work(0.5);
        _floor.Stock();
    }
}
