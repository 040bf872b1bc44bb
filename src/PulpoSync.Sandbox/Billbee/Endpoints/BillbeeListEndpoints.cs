namespace PulpoSync.Sandbox.Billbee;

/// <summary>Fixed lists and the account's shops.</summary>
internal static class BillbeeListEndpoints
{
    public static IEnumerable<BillbeeRoute> Routes { get; } =
    [
        new("GET", "enums/orderstates", call => call.Bare(Numbered(BillbeeLists.States, 1))),
        new("GET", "enums/shipmenttypes", call => call.Bare(Numbered(BillbeeLists.ShipmentTypes, 0))),
        new("GET", "enums/shippingcarriers", Carriers),
        new("GET", "enums/paymenttypes", call => call.Bare(BillbeeLists.PaymentTypes.Select(p => new { Id = p.Key, Name = p.Value }))),
        new("GET", "shopaccounts", call => call.Options.BareShopAccounts ? call.Bare(call.World.Shops) : call.Result(call.World.Shops)),
        new("GET", "shipment/shippingcarriers", Carriers),
    ];

    private static BillbeeAnswer Carriers(BillbeeCall call) => call.Bare(Numbered(BillbeeLists.Carriers, 0));

    private static IEnumerable<object> Numbered(IReadOnlyList<string> names, int first) => names.Select((name, i) => new { Id = i + first, Name = name });
}
