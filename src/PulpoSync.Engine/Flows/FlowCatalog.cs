using System.Text;
using PulpoSync.Engine.Flows.CounterSales;
using PulpoSync.Engine.Flows.Labels;
using PulpoSync.Engine.Flows.Products;
using PulpoSync.Engine.Flows.Returns;
using PulpoSync.Engine.Flows.SalesOrders;
using PulpoSync.Engine.Flows.Shipments;
using PulpoSync.Engine.Flows.Status;
using PulpoSync.Engine.Flows.Stock;
using PulpoSync.Engine.Rules;
using PulpoSync.Engine.Scheduling;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows;

/// <summary>The types that PulpoSync can run.</summary>
internal static class FlowCatalog
{
    public static IReadOnlyList<FlowDefinition> All { get; } =
    [
        new FlowDefinition<Order>(IntegrationType.SalesOrders, SalesOrderSettingSpecs.All, SalesOrders),
        new FlowDefinition<Product>(
            IntegrationType.Products, ProductSettingSpecs.All,
            context => new ProductFlow(ProductSettings.From(context.Settings), context.Hash, Fingerprint(context))),
        new FlowDefinition<CounterSale>(IntegrationType.SalesOrdersPos, CounterSaleSettingSpecs.All, CounterSales),
        new FlowDefinition<StockLevel>(IntegrationType.Stock, StockSettingSpecs.All, Stock)
        {
            ReadFirst = [IntegrationType.SalesOrders, IntegrationType.SalesOrdersPos], ReadFirstSwitch = StockSettingSpecs.OrdersFirst,
        },
        new FlowDefinition<PackedGoods>(
            IntegrationType.GenerateShipments, ShipmentSettings.Specs,
            context => new ShipmentFlow(ShipmentSettings.From(context), context.Hash, Fingerprint(context), context.Recreate)),
        new FlowDefinition<PackedBox>(
            IntegrationType.ShippingLabels, LabelSettings.Specs,
            context => new LabelFlow(LabelSettings.From(context), context.Hash, Fingerprint(context), context.Recreate)),
        new FlowDefinition<OrderProgress>(
            IntegrationType.StatusUpdates, StatusSettings.Specs,
            context => new StatusFlow(StatusSettings.From(context), context.Hash, Fingerprint(context)))
        {
            Check = StatusSettings.Check,
        },
        new FlowDefinition<GoodsReturn>(IntegrationType.Returns, ReturnSettingSpecs.All, Returns) { Check = ReturnSettingSpecs.Check },
    ];

    public static FlowDefinition? Find(IntegrationType type) => All.FirstOrDefault(flow => flow.Type == type);

    private static SalesOrderFlow SalesOrders(FlowContext context) =>
        new(OrderSettings(context) with { OwnTags = context.OwnMarks }, new ShipmentOrigins(context.Told), context.Hash, Fingerprint(context), context.Recreate);

    private static CounterSaleFlow CounterSales(FlowContext context) =>
        new(OrderSettings(context), context.Settings.Text(CounterSaleSettingSpecs.Customer)!, context.Hash, Fingerprint(context));

    private static SalesOrderSettings OrderSettings(FlowContext context) =>
        SalesOrderSettings.From(context.Settings, context.StartFrom, Zones.Find(context.Integration.TimeZone), context.Destination.Warehouses);

    private static StockFlow Stock(FlowContext context) => new(
        new StockPlaces(context.Settings, context.Source.Warehouses, context.Destination.Locations),
        Enum.Parse<StockMeasure>(context.Settings.Text(StockSettingSpecs.Quantity)!), context.Outstanding, context.Hash, Fingerprint(context));

    private static ReturnFlow Returns(FlowContext context) =>
        new(ReturnSettings.From(context.Settings, context.StartFrom, context.Destination.Account), context.Hash, Fingerprint(context));

    // Settings, and the places that they speak of: a new warehouse lets orders through as a corrected setting does.
    private static string Fingerprint(FlowContext context)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in context.Settings.Values.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(name).Append('=').Append(value).Append('\0');
        }

        var places = context.Source.Locations.Concat(context.Source.Warehouses).Concat(context.Destination.Warehouses).Concat(context.Destination.Locations);
        foreach (var place in places) text.Append(place.Key).Append('=').Append(place.Name).Append('\0');
        return context.Hash.Of(Encoding.UTF8.GetBytes(text.ToString()))[..16];
    }
}
