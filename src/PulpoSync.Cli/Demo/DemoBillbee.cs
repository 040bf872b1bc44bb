using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Cli.Demo;

/// <summary>The demo's Billbee account: what it has, and how its words and PULPO's belong together.</summary>
internal static class DemoBillbee
{
    public const string Account = "acme-billbee";
    /// <summary>The PULPO tenant that ships the account's orders, and no others, so that neither side is told of articles that it does not sell.</summary>
    public const string Tenant = "acme-bremen";
    public const string Warehouse = "Bremen";
    public const string StockLocation = "Standard";
    /// <summary>PULPO's shipping method whose labels Billbee makes.</summary>
    public const string LabelMethod = "DHL Paket";
    public const string Label = "DHL/Paket";
    /// <summary>PULPO's shipping method whose labels come from elsewhere.</summary>
    public const string OtherMethod = "Courier";
    /// <summary>Billbee's number and word of the state that packed orders get.</summary>
    public const int PackedState = 4;
    public const string PackedStatus = "SHIPPED";
    private const int Paid = 3;
    private const int Goods = 200;
    private const int FirstProduct = 101;
    private const int Products = 24;
    /// <summary>How many of the articles PULPO has, when the demo begins.</summary>
    private const int KnownProducts = 20;

    // What an order may have that keeps it away from the warehouse.
    private static readonly BillbeeTrait[] Obstacles =
    [
        BillbeeTrait.DigitalOnly, BillbeeTrait.Child, BillbeeTrait.CancellationDocument, BillbeeTrait.OtherState, BillbeeTrait.MissingSku, BillbeeTrait.UnknownSku,
        BillbeeTrait.NoShippingAddress, BillbeeTrait.FractionalQuantity, BillbeeTrait.Shipped,
    ];

    /// <summary>Fills the account, and PULPO with what belongs to it.</summary>
    public static void Fill(BillbeeAccount account, PulpoTenant pulpo, int orders)
    {
        account.Seed(new BillbeeSeed { Seed = 4, Orders = orders, FirstProduct = FirstProduct, Products = Products });
        // Somebody has sold it and thrown it out since, so that it reaches PULPO neither as an article nor in an order.
        account.RemoveProduct(BillbeeSeed.UnknownSku);
        string[] known = [.. Enumerable.Range(FirstProduct, KnownProducts).Select(BillbeeSeed.SkuOf)];
        pulpo.Seed(new PulpoSeed { Warehouses = [Warehouse], Skus = known });
        foreach (var sku in known) pulpo.SetStock(sku, Warehouse, Goods);
        pulpo.AddShippingMethod(new PulpoShippingMethod(LabelMethod) { FetchLabel = true, LabelsElsewhere = true });
        pulpo.AddShippingMethod(new PulpoShippingMethod(OtherMethod) { Carrier = "ups" });
    }

    /// <summary>The number that an order has in PULPO.</summary>
    public static string NumberOf(BillbeeOrder order) => order.OrderNumber ?? order.BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>True where nothing keeps an order away from the warehouse.</summary>
    public static bool IsShippable(BillbeeAccount account, BillbeeOrder order) =>
        order.State is Paid or PackedState && !account.TraitsOf(order.BillBeeOrderId!.Value).Overlaps(Obstacles);

    /// <summary>Orders that the warehouse gets, those without any peculiarity first.</summary>
    public static IReadOnlyList<BillbeeOrder> ShippableOrders(BillbeeAccount account) =>
        [.. account.Orders.Where(order => IsShippable(account, order)).OrderBy(order => account.TraitsOf(order.BillBeeOrderId!.Value).Count)];

    /// <summary>SKU and pieces of what has to be shipped of an order.</summary>
    public static IReadOnlyDictionary<string, long> PiecesOf(BillbeeOrder order) => order.OrderItems
        .Where(item => item is { IsCoupon: false, Product: { IsDigital: false, SKU: { Length: > 0 } } })
        .GroupBy(item => item.Product!.SKU!).ToDictionary(group => group.Key, group => (long)group.Sum(item => item.Quantity ?? 0));
}
