using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Sales over the counter: made as ended orders, with a picking, a packing and the movements of their goods.</summary>
internal static class QuickOrders
{
    public static Change<SalesOrder> Create(PulpoCall call, JsonElement body)
    {
        var world = call.World;
        var made = SalesOrderWriter.Create(call, body, order => Refusal(world, order));
        return made.Row is { } order ? End(world, order) : made;
    }

    // The goods are gone already, in one box that nobody labels (inferred).
    private static Change<SalesOrder> End(PulpoWorld world, SalesOrder order)
    {
        var picked = Picking.Finish(world, order, Picking.Counter);
        var packed = picked.Row is { } row ? Packer.PackAll(world, row, new PackOptions { Carrier = null }) : picked;
        return packed.Row is { } ready ? Despatch.Ship(world, ready) : packed;
    }

    // That the whole sale is refused when anything is short is documented, in which words is not. What orders have reserved is not spared:
    // over the counter it is sold already.
    private static FieldError? Refusal(PulpoWorld world, SalesOrder order)
    {
        if (order.Type is not ("sales_order" or "POS_external")) return new FieldError("type", FieldError.Invalid);
        if (order.ThirdPartyId is null) return new FieldError("third_party_id", FieldError.Blank);
        return Picking.Lacking(world, order, Picking.Counter);
    }
}
