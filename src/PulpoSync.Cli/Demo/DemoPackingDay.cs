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
        var orders = new Queue<BillbeeOrder>(DemoBillbee.PlainOrders(world.Billbee));
        var boxes = 0;
        for (var i = 0; i < Packed; i++)
        {
            var order = orders.Dequeue();
            // The second box of an order needs a line of its own.
            var isTwo = order.OrderItems.Count > 1;
            Pack(order, DemoBillbee.LabelMethod, new PackOptions { Boxes = isTwo ? 2 : 1 });
            boxes += isTwo ? 2 : 1;
        }

        Pack(orders.Dequeue(), DemoBillbee.OtherMethod, new PackOptions { Carrier = "ups" });
        world.Billbee.Cancel(orders.Dequeue().BillBeeOrderId!.Value);
        return
        [
            $"The warehouse packs {Words.Count(Packed, "order")} of Billbee into {Words.Count(boxes, "box", "boxes")} without labels, and one whose label the courier brings",
            "An order is cancelled in Billbee",
        ];
    }

    private void Pack(BillbeeOrder order, string method, PackOptions options)
    {
        var number = DemoBillbee.NumberOf(order);
        world.Pulpo.ChooseShippingMethod(number, method);
        world.Pulpo.Advance(number, "shipping", options);
    }
}
