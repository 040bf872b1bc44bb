using System.Text;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Faults;

/// <summary>Why endpoints are asked for that are not needed while all goes well.</summary>
internal static class Causes
{
    private const string Shopify = "shopify";
    private const string Pulpo = "pulpo";
    private const int ByOthers = 3;

    // More lines of a shipment than Shopify tells at once.
    private const int Many = 33;

    /// <summary>Somebody changes stock after it was read and before it is set.</summary>
    public static Cause StockMoves { get; } = new(world => [new Fault
    {
        Kind = FaultKind.Spoilt, System = Shopify, Operation = "StockBySku",
        Spoil = body =>
        {
            foreach (var shop in world.Sandbox.Shops.Values)
            {
                foreach (var level in shop.Levels.Where(level => level.Sku is not null).ToList())
                {
                    shop.AdjustStock(shop.FindVariant(level.Sku!)!, shop.Locations.First(location => location.Name == level.Location), ByOthers);
                }
            }

            return body;
        },
    }]);

    /// <summary>Somebody tags an order of which much was shipped at once.</summary>
    public static Cause LargeOrderTagged { get; } = new(world =>
    {
        foreach (var shop in world.Sandbox.Shops.Values)
        {
            foreach (var order in shop.Orders.Where(order => order.Fulfillments.Any(shipment => shipment.Lines.Count > Many)).ToList())
            {
                shop.SetTags(order, [.. order.Tags, FormattableString.Invariant($"seen {order.Tags.Count}")]);
            }
        }

        return [];
    });

    /// <summary>The carrier refused the labels that people asked for at the packing table.</summary>
    public static Cause LabelsRefused { get; } = new(world =>
    {
        foreach (var tenant in world.Sandbox.Tenants.Values)
        {
            foreach (var box in tenant.Packings.SelectMany(packing => packing.Boxes).Where(box => box.Trackings.Count == 0).ToList())
            {
                tenant.Track(box.Id, new PackLabel { Error = "The carrier does not answer." });
            }
        }

        return [];
    });

    /// <summary>A call for many is cut before anything is executed: each is done by itself.</summary>
    public static Cause Cut(string operation) => new(_ => [new Fault { Kind = FaultKind.CutBefore, System = Pulpo, Operation = operation }]);

    /// <summary>The answer to a call for many names none of them.</summary>
    public static Cause Nameless(string operation) => new(_ => [new Fault
    {
        Kind = FaultKind.Spoilt, System = Pulpo, Operation = operation, Spoil = _ => Encoding.UTF8.GetBytes("""{"updated":[],"errors":[]}"""),
    }]);

    /// <summary>In the run before the vendor refused what it was sent.</summary>
    public static Cause Refused(params string[] operations) => new(_ =>
    [
        .. operations.Select(operation => new Fault
        {
            Kind = FaultKind.Status, Status = 422, Body = """{"errors":{"notes":["is invalid"]}}""", System = Pulpo, Operation = operation, Count = 0,
        }),
    ]) { IsInRunBefore = true };

    /// <summary>In the run before Shopify failed at what it was sent.</summary>
    public static Cause Failed(string operation) => new(_ => [new Fault { Kind = FaultKind.InternalError, System = Shopify, Operation = operation, Count = 0 }])
    {
        IsInRunBefore = true,
    };
}
