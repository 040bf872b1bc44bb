using PulpoSync.Cli.Rendering;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Cli.Demo;

/// <summary>What happens between the demo's two runs with Billbee's orders: they are packed and wait for their labels, and one is called off.</summary>
internal sealed class DemoPackingDay(DemoWorld world)
{
    private const int Packed = 5;

    /// <summary>Lets it happen.</summary>
    /// <returns>One line each, for people.</returns>
    public IReadOnlyList<string> Make()
    {
        var orders = new Queue<BillbeeOrder>(DemoBillbee.ShippableOrders(world.Billbee));
        var boxes = Enumerable.Range(0, Packed).Sum(i => Pack(orders.Dequeue(), DemoBillbee.LabelMethod, new PackOptions { Boxes = 1 + (i % 2) }));
        Pack(orders.Dequeue(), DemoBillbee.OtherMethod, new PackOptions { Carrier = "ups" });
        world.Billbee.Cancel(orders.Dequeue().BillBeeOrderId!.Value);
        return
        [
            $"The warehouse packs {Words.Count(Packed, "order")} of Billbee into {Words.Count(boxes, "box", "boxes")} without labels, and one whose label the courier brings",
            "An order is cancelled in Billbee",
        ];
    }

    // How many boxes there are: never more than lines.
    private int Pack(BillbeeOrder order, string method, PackOptions options)
    {
        var number = DemoBillbee.NumberOf(order);
        world.BillbeePulpo.ChooseShippingMethod(number, method);
        world.BillbeePulpo.Advance(number, "shipping", options);
        return world.BillbeePulpo.Packings.Where(packing => packing.Order == number).Sum(packing => packing.Boxes.Count);
    }
}
