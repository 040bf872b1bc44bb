using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>What Shopify is, gives and needs, described once.</summary>
internal static class ShopifySpec
{
    public const string Name = "Shopify";
    public const string Address = "Address";
    public const string ApiVersion = "ApiVersion";
    public const string AccessToken = "AccessToken";
    public const string ClientId = "ClientId";
    public const string ClientSecret = "ClientSecret";
    public const string PageSize = "PageSize";
    public const string ActivateMissing = "ActivateMissing";

    /// <summary>
    /// Records per page. The cost of a page grows with the logarithm of its size, so large pages are cheapest: 10 orders ask for 462 points (46 an order),
    /// 25 for 692 (28), 50 for 807 (16). A document may cost 1000 and the smallest bucket holds 2000, so two pages of 50 fit at a time.
    /// </summary>
    public const int DefaultPageSize = 50;

    // Enum values of the Admin API 2026-10; a word that comes later is kept as text, it just cannot be chosen yet.
    private static readonly string[] Financial =
        ["AUTHORIZED", "EXPIRED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "PENDING", "REFUNDED", "VOIDED"];

    private static readonly string[] Fulfillment =
    [
        "FULFILLED", "FULFILLMENT_NOT_REQUIRED", "IN_PROGRESS", "ON_HOLD", "OPEN", "PARTIALLY_FULFILLED", "PENDING_FULFILLMENT", "REQUEST_DECLINED",
        "RESTOCKED", "SCHEDULED", "UNFULFILLED",
    ];

    private static readonly string[] ProductStates = ["ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED"];

    public static ConnectorSpec Spec { get; } = new()
    {
        Name = Name,
        Description = "Shopify shops, through the Admin GraphQL API.",
        SourceOf = [IntegrationType.SalesOrders, IntegrationType.Products, IntegrationType.SalesOrdersPos],
        DestinationOf = [IntegrationType.Stock, IntegrationType.GenerateShipments, IntegrationType.StatusUpdates, IntegrationType.Returns],
        CredentialFields =
        [
            new(Address, "The shop's name at Shopify: acme, acme.myshopify.com or the URL of its admin pages.", IsSecret: false),
            new(ApiVersion, $"Version of the Admin API; {ShopifyCredential.DefaultApiVersion} unless set.", IsSecret: false),
            new(AccessToken, "Permanent token of a custom app made in the shop's admin (shpat_…).", IsSecret: true),
            new(ClientId, "Client id of an app from the Dev Dashboard that is installed at the shop.", IsSecret: false),
            new(ClientSecret, "Client secret of that app (shpss_…).", IsSecret: true),
        ],
        CredentialSets = [[Address, AccessToken], [Address, ClientId, ClientSecret]],
        Settings =
        [
            Orders(new()
            {
                Name = "FinancialStatus", Kind = SettingKind.ChoiceList, Choices = Financial, Default = "PAID",
                Description = "Payment states in which an order is imported.",
            }),
            Orders(new()
            {
                Name = "FulfillmentStatus", Kind = SettingKind.ChoiceList, Choices = Fulfillment, Default = "UNFULFILLED\nPARTIALLY_FULFILLED",
                Description = "Shipping states in which an order is imported.",
            }),
            Orders(new()
            {
                Name = "CancelStatus", Kind = SettingKind.ChoiceList, Choices = ["CANCELLED", .. Financial, .. Fulfillment],
                Default = "CANCELLED\nVOIDED\nREFUNDED",
                Description = "States that cancel the order at the destination; CANCELLED is the order's own cancellation.",
            }),
            Orders(Pages("Orders")),
            new(IntegrationType.Products, Role.Source, new()
            {
                Name = "ProductStatus", Kind = SettingKind.ChoiceList, Choices = ProductStates, Default = "ACTIVE\nDRAFT\nUNLISTED",
                Description = "States in which a product is imported. One that was imported is kept up to date in every state.",
            }),
            new(IntegrationType.Products, Role.Source, Pages("Products")),
            new(IntegrationType.SalesOrdersPos, Role.Source, Pages("Sales")),
            Stock(new()
            {
                Name = "Quantity", Kind = SettingKind.Choice, Choices = ["Available", "OnHand"], Default = "Available",
                Description = "Which of Shopify's figures is set. Available: the shop's \"available\" becomes what the warehouse may still promise, less what is ordered and "
                    + "not in the warehouse yet (parked, waiting, failed or filtered out). OnHand: the shop's \"on hand\" becomes what lies in the warehouse and is not packed, "
                    + "blocked goods and goods in reception among it, without returns; Shopify itself works out \"available\" as on hand - committed - unavailable, where "
                    + "committed is what its own orders still have to ship. Choose Available where several shops or other channels sell from one warehouse, or where goods "
                    + "are reserved or blocked there: only the warehouse knows of those. Choose OnHand where this shop is the only channel. Told wrongly, the shop sells too "
                    + "much or too little by exactly what is committed. In either mode, goods that are ordered between the last read of the orders and the write are put "
                    + "right by the next run.",
            }),
            Stock(new()
            {
                Name = ActivateMissing, Kind = SettingKind.Switch, Default = "false",
                Description = "Stock articles at their location where they are not stocked there yet. Off: they are left out and named.",
            }),
        ],
    };

    private static SystemSetting Stock(SettingSpec spec) => new(IntegrationType.Stock, Role.Destination, spec);

    private static SystemSetting Orders(SettingSpec spec) => new(IntegrationType.SalesOrders, Role.Source, spec);

    private static SettingSpec Pages(string records) => new()
    {
        Name = PageSize, Kind = SettingKind.Number, Minimum = 1, Maximum = 50, Default = "50",
        Description = $"{records} per request. Larger pages cost less of Shopify's query limit. Where requests time out it shrinks by itself.",
    };
}
