using PulpoSync.Sandbox;
using PulpoSync.Torture.Worlds.Shopify;

namespace PulpoSync.Torture.Kills;

/// <summary>The merchant of <see cref="Circle"/>, killed.</summary>
internal sealed class ShopifyKillWorld : KillWorld
{
    private const string Pulpo = "pulpo";
    private const string Shopify = "shopify";

    private readonly Circle _circle;
    private readonly ShopLife _shop;
    private readonly FloorLife _floor;
    private readonly string _quantity;

    private ShopifyKillWorld(Circle circle, Random random, string quantity) =>
        (_circle, _shop, _floor, _quantity) = (circle, new ShopLife(circle, random, Pause), new FloorLife(circle, random, Pause), quantity);

    public override string Name => $"Shopify, {_quantity}";
    public override SandboxHost Sandbox => _circle.Sandbox;
    public override QuickClock Clock => _circle.Clock;
    public override SkewedClock Ours => _circle.Ours;
    public override IReadOnlyList<RunEvent> Events => _circle.Events;
    public override string StorePath => _circle.StorePath;
    public override ICollection<string> Failures => _circle.Failures;

    public override IReadOnlyList<Victim> Victims { get; } =
    [
        new("Products", IntegrationType.Products, [
            new(Pulpo, "POST /api/v1/inventory/bulk/products"), new(Pulpo, "PUT /api/v1/inventory/bulk/products"), new(Pulpo, "POST /api/v1/inventory/products/categories")]),
        new("Orders", IntegrationType.SalesOrders, [
            new(Pulpo, "POST /api/v1/sales/bulk/orders"), new(Pulpo, "POST /api/v1/iam/bulk/third_parties"),
            new(Pulpo, "PUT /api/v1/sales/orders/{id}"), new(Pulpo, "POST /api/v1/sales/orders/{id}/cancel")]),
        new("Till", IntegrationType.SalesOrdersPos, [new(Pulpo, "POST /api/v1/sales/bulk/orders/quick")]),
        new("Shipments", IntegrationType.GenerateShipments, [new(Shopify, "FulfillmentCreate"), new(Shopify, "FulfillmentTracking")]),
        new("Stock", IntegrationType.Stock, [new(Shopify, "StockSet"), new(Shopify, "StockActivate")]),
        new("Status", IntegrationType.StatusUpdates, [new(Shopify, "OrderTag"), new(Shopify, "OrderNote")]),
        new("Returns", IntegrationType.Returns, [new(Shopify, "ReturnCreate"), new(Shopify, "RefundCreate")]),
    ];

    public static async Task<ShopifyKillWorld> StartAsync(Random random, string quantity)
    {
        var world = new ShopifyKillWorld(await Circle.StartAsync(quantity, Times), random, quantity);
        world._shop.Furnish();
        await world._circle.RunAsync();
        world._floor.Stock();
        world._circle.Clock.Pass(TimeSpan.FromMinutes(61));
        await world._circle.RunAsync();
        await world._circle.Runtime.DisposeAsync();
        return world;
    }

    public override async Task SettleAsync()
    {
        _shop.LetGo();
        for (var turn = 0; turn < 6; turn++)
        {
            Clock.Pass(TimeSpan.FromHours(13));
            await RunAsync(new StartRequest { Due = true });
            if (turn < 4) _floor.Work(1);
        }
    }

    public override void Edit()
    {
        _shop.Work(5);
        _shop.BuyMuch();
        _shop.Renew(2);
        _floor.Label(0);
    }

    public override IReadOnlyList<string> Findings(Hits hits) => new Comparison(_circle, _shop, _quantity).Findings();

    public override async ValueTask DisposeAsync() => await _circle.DisposeAsync();

    protected override async Task RunAsync(StartRequest request)
    {
        _circle.Reopen();
        await _circle.RunAsync(request);
        await _circle.Runtime.DisposeAsync();
    }

    protected override void Shop(Victim victim)
    {
        if (victim.Type is IntegrationType.Products) _shop.Renew(3);
        _shop.Buy(4);
        _shop.SellAtTheTill(2);
        _shop.Work(2);
    }

    protected override void Label() => _floor.Label(0);

    protected override void Warehouse()
    {
        _floor.TakeBack(2);
        _floor.Work(0.5);
        _floor.Stock();
    }
}
