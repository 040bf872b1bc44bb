using PulpoSync.Engine.Connectors.Billbee.Catalog;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>What Billbee is, gives and needs, described once.</summary>
internal static class BillbeeSpec
{
    public const string Name = "Billbee";
    public const string UserName = nameof(UserName);
    public const string Password = nameof(Password);
    public const string DeveloperKey = nameof(DeveloperKey);
    public const string PackedStatus = nameof(PackedStatus);
    public const string Language = nameof(Language);
    public const string PageSize = nameof(PageSize);
    public const string StockLocation = nameof(StockLocation);
    public const string SubtractReserved = nameof(SubtractReserved);
    public const string LabelMap = nameof(LabelMap);
    public const string LabelProvider = nameof(LabelProvider);
    public const string LabelProduct = nameof(LabelProduct);

    public static ConnectorSpec Spec { get; } = new()
    {
        Name = Name,
        Description = "Billbee, which gathers the orders of many shops and marketplaces.",
        SourceOf = [IntegrationType.SalesOrders, IntegrationType.Products],
        DestinationOf = [IntegrationType.Stock, IntegrationType.StatusUpdates, IntegrationType.GenerateShipments, IntegrationType.ShippingLabels],
        CredentialFields =
        [
            new("Address", "Only for a sandbox; Billbee itself needs none.", IsSecret: false),
            new(UserName, "The Billbee user: the main user's e-mail, or an employee's user name.", IsSecret: false),
            new(Password, "The API password that was set in Billbee under Settings, Connection settings, Billbee API (not the login's).", IsSecret: true),
            new(DeveloperKey, "The developer key (X-Billbee-Api-Key) that Billbee's support gives out on request.", IsSecret: true),
        ],
        CredentialSets = [[UserName, Password, DeveloperKey]],
        Settings =
        [
            Orders(new()
            {
                Name = "OrderStatus", Kind = SettingKind.ChoiceList, Choices = BillbeeState.Words, Aliases = BillbeeState.Aliases, Default = BillbeeState.Paid,
                Description = "Billbee's states in which an order is imported. Billbee's German words and numbers work too.",
            }),
            Orders(new()
            {
                Name = "CancelStatus", Kind = SettingKind.ChoiceList, Choices = BillbeeState.Words, Aliases = BillbeeState.Aliases,
                Default = $"{BillbeeState.Canceled}\n{BillbeeState.Deleted}", Description = "Billbee's states that cancel the order at the destination.",
            }),
            Orders(new()
            {
                Name = "ShopAccount", Kind = SettingKind.TextList,
                Description = "Shop accounts in Billbee whose orders are imported, by name or id. Empty: all.",
            }),
            Orders(new()
            {
                Name = "ChildOrders", Kind = SettingKind.Choice, Choices = ["Park", "Import"], Default = "Park",
                Description = "What happens to an order that names another as its parent (split or merged). Park: it is held back until it names none; Import: it is sent for itself.",
            }),
            Orders(new()
            {
                Name = "Warehouse", Kind = SettingKind.Text, Required = true,
                Description = "The warehouse that ships Billbee's orders: Billbee itself knows no locations.",
            }),
            Orders(Pages("Orders")),
            new(IntegrationType.Products, Role.Source, new()
            {
                Name = "ProductStatus", Kind = SettingKind.ChoiceList, Choices = [BillbeeProductReader.Active, BillbeeProductReader.Deactivated],
                Default = BillbeeProductReader.Active, Description = "States in which a product is imported. One that was imported is kept up to date in every state.",
            }),
            new(IntegrationType.Products, Role.Source, new()
            {
                Name = Language, Kind = SettingKind.Text,
                Description = "Language of titles, descriptions and tags by its code in Billbee, such as DE. Unset, or where a text lacks it: the first language that there is.",
            }),
            new(IntegrationType.Products, Role.Source, Pages("Articles")),
            Stock(new()
            {
                Name = StockLocation, Kind = SettingKind.Text,
                Description = "Stock location in Billbee that is told, by name or id. Unset: every one that has a warehouse of its own (Warehouse, WarehouseMap or an equal name).",
            }),
            Stock(new()
            {
                Name = SubtractReserved, Kind = SettingKind.Switch, Default = "false",
                Description = "Let Billbee take off what its own orders have reserved. Billbee lowers its stock as soon as something is ordered, so what it has to be told is what may "
                    + "still be sold. Right are two pairs: off with Quantity Available (recommended), because the warehouse has taken off what is ordered; on with Quantity OnHand, "
                    + "which knows of no orders, where all orders of the warehouse come from Billbee. The other two are refused.",
            }),
            new(IntegrationType.StatusUpdates, Role.Destination, new()
            {
                Name = PackedStatus, Kind = SettingKind.Choice, Choices = BillbeeState.Words, Aliases = BillbeeState.Aliases, Required = true,
                Description = "The state that an order gets in Billbee when all of it is packed, such as PACKED or SHIPPED. Billbee tells its shop of it where it is set up so.",
            }),
            Labels(new()
            {
                Name = LabelMap, Kind = SettingKind.Map, Pair = "DHL Paket=DHL/Paket national",
                Description = "The warehouse's shipping method to shipping provider and product in Billbee: @{ 'DHL Paket' = 'DHL/Paket national' }. Names or ids, as Billbee shows "
                    + "them under its shipping providers.",
            }),
            Labels(new()
            {
                Name = LabelProvider, Kind = SettingKind.Text,
                Description = "Shipping provider in Billbee for shipping methods that LabelMap does not name, by name or id. Unset: these get no label.",
            }),
            Labels(new() { Name = LabelProduct, Kind = SettingKind.Text, Description = "The provider's product for these, by name or id." }),
        ],
        Without =
        [
            // Billbee has one number per order, no test orders, no locations, and tells nobody of pick-ups.
            .. new[] { "OrderNumberAffixes", "IncludeTest", "IncludePickup", "WarehouseMap" }.Select(name => (IntegrationType.SalesOrders, Role.Source, name)),
            // The seller's comment belongs to people, and has no lines of ours.
            (IntegrationType.StatusUpdates, Role.Destination, "LotsToNote"),
            // Whether the customer is written to is set up in Billbee, by the order's state.
            (IntegrationType.GenerateShipments, Role.Destination, "NotifyCustomer"),
        ],
        BatchSize = BillbeeAssumptions.StockBatch,
        // All articles are read each time.
        DefaultEvery = new Dictionary<IntegrationType, int> { [IntegrationType.Products] = 60 },
    };

    private static SystemSetting Stock(SettingSpec spec) => new(IntegrationType.Stock, Role.Destination, spec);

    private static SystemSetting Orders(SettingSpec spec) => new(IntegrationType.SalesOrders, Role.Source, spec);

    private static SystemSetting Labels(SettingSpec spec) => new(IntegrationType.ShippingLabels, Role.Destination, spec);

    private static SettingSpec Pages(string records) => new()
    {
        Name = PageSize, Kind = SettingKind.Number, Minimum = 1, Maximum = BillbeeAssumptions.PageSize, Default = "250",
        Description = $"{records} per request. Billbee allows two requests a second, so that larger pages are read faster; smaller ones help where requests time out.",
    };
}
