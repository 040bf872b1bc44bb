using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Kills;

/// <summary>What people in the shop do to orders that are in PULPO already, and what PULPO has to look like afterwards.</summary>
internal static class ShopEdits
{
    /// <summary>Cancels, moves and edits so many orders. The same draws of the same shop give the same edits.</summary>
    public static void Make(Rehearsal rehearsal, Random random, int count, DateTimeOffset startFrom, string account)
    {
        var shop = rehearsal.Shop;
        var imported = shop.Orders.Where(order => Expected.Of(order, startFrom, account).Orders.Count > 0).ToArray();
        random.Shuffle(imported);
        foreach (var order in imported.Take(count)) Change(shop, order, random);
    }

    /// <summary>Holds every order of the shop against what the tenant has of it. Numbers apart: a moved order gets a new one.</summary>
    public static void AssertFollowed(Rehearsal rehearsal, DateTimeOffset startFrom, string account)
    {
        var there = rehearsal.Tenant.Orders.Where(order => order.State != "cancelled").ToLookup(order => order.Number.Split('_')[0]);
        var wrong = new List<string>();
        foreach (var order in rehearsal.Shop.Orders)
        {
            var due = Expected.Of(order, startFrom, account).Orders
                .Select(one => Text(one.Warehouse, one.Lines, one.Criterium, one.Customer, order.ShippingAddress?.City)).Order(StringComparer.Ordinal).ToList();
            var found = there[order.Number.ToString(CultureInfo.InvariantCulture)].Select(Text).Order(StringComparer.Ordinal).ToList();
            if (!due.SequenceEqual(found)) wrong.Add($"{order.Name} should be [{string.Join("; ", due)}], is [{string.Join("; ", found)}]");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong.Take(20))}");
    }

    private static void Change(ShopifyShop shop, Order order, Random random)
    {
        var open = order.FulfillmentOrders.Where(f => f.Status is FulfillmentOrderStatus.Open).ToList();
        switch (random.Next(5))
        {
            case 0 when order.Fulfillments.Count == 0:
                shop.Cancel(order);
                break;
            case 1 when open.Count == 1 && order.FulfillmentOrders.Count == 1:
                shop.Move(open[0], shop.Locations[open[0].Location == shop.Locations[0] ? 1 : 0]);
                break;
            case 2 when open.SelectMany(f => f.Lines).FirstOrDefault(line => line.Line.RequiresShipping && line.RemainingQuantity > 0) is { } line:
                shop.SetQuantity(line.Line, line.Line.CurrentQuantity + 1);
                break;
            case 3:
                shop.SetShippingAddress(order, order.ShippingAddress! with { City = "Kiel", Zip = "24103" });
                break;
            default:
                shop.AddTags(order, "urgent");
                break;
        }
    }

    private static string Text(PulpoOrder order) => Text(
        order.Warehouse, Expected.LinesText(order.Lines.Select(line => (line.Sku!, (int)line.Quantity))), order.Criterium, order.Customer,
        order.ShipTo?.GetProperty("address").GetProperty("city").GetString());

    private static string Text(params string?[] fields) => string.Join(" | ", fields);
}
