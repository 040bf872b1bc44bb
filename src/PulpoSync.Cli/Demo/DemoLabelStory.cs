using System.Globalization;
using PulpoSync.Cli.Json;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Cli.Demo;

/// <summary>One order of Billbee's, followed to its label by what Billbee and PULPO show of it.</summary>
internal sealed class DemoLabelStory(DemoWorld world)
{
    // Orders change in Billbee and stand elsewhere then: the order is the one that was first at the beginning.
    private readonly long _id = DemoBillbee.ShippableOrders(world.Billbee)[0].BillBeeOrderId!.Value;

    /// <summary>How far it has come by now.</summary>
    public DemoBillbeeLine Look()
    {
        var order = world.Billbee.Order(_id);
        var number = DemoBillbee.NumberOf(order);
        var arrived = world.BillbeePulpo.Orders.FirstOrDefault(one => one.Number == number);
        var boxes = world.BillbeePulpo.Packings.Where(packing => packing.Order == number).SelectMany(packing => packing.Boxes).ToList();
        return new DemoBillbeeLine(
            number, order.ApiAccountName, [.. order.OrderItems.Select(Pieces)], arrived?.Number, arrived?.State, arrived?.ShippingMethod,
            order.ShippingIds.Select(parcel => parcel.Shipper).FirstOrDefault(), [.. order.ShippingIds.Select(parcel => parcel.ShippingId ?? "")],
            [.. boxes.SelectMany(box => box.Trackings).Select(tracking => tracking.Code ?? "")], boxes.Sum(box => box.Attachments.Count), order.State);
    }

    /// <summary>The same for people.</summary>
    public static IEnumerable<string> Tell(DemoBillbeeLine line) =>
    [
        $"Order {line.Order} of Billbee, from {line.ShopAccount}, to its label:",
        $"  sold        {string.Join(", ", line.Sold)}",
        $"  PULPO       order {line.Number}, {line.State}, shipping method {line.ShippingMethod}",
        $"  Billbee     label of {line.Shipper}: {string.Join(", ", line.TrackingNumbers)}; state {line.BillbeeState}, {DemoBillbee.PackedStatus} is {DemoBillbee.PackedState}",
        string.Create(CultureInfo.InvariantCulture, $"  box         {string.Join(", ", line.BoxTrackingNumbers)}; {line.Files} file of the label"),
    ];

    private static string Pieces(BillbeeOrderItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Quantity:0.##} x {item.Product?.SKU}");
}
