using System.Globalization;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd;

/// <summary>A destination order that has to be there.</summary>
internal sealed record ExpectedOrder(string Number, string Warehouse, string Lines, string? Criterium, DateOnly Date, string? Customer);

/// <summary>
/// What has to become of an order of the sandbox's shop, worked out from the shop's own world and from the words of the settings table; knows nothing of
/// the engine. Either destination orders or a reason.
/// </summary>
internal sealed record Expected(IReadOnlyList<ExpectedOrder> Orders, string? Reason)
{
    private static readonly string[] Warehouses = ["Berlin", "Hamburg"];
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Expectation under: PhysicalOnly, TagsToCriterium, DeliveryDateFromTag, a fallback customer, the rest default.</summary>
    public static Expected Of(Order order, DateTimeOffset startFrom, string account)
    {
        var physical = order.Lines.Where(line => line.RequiresShipping).ToList();
        var reason = order.CreatedAt < startFrom ? "BeforeStart"
            : order.IsTest ? "TestOrder"
            : order.CancelledAt is not null || order.FinancialStatus is FinancialStatus.Voided or FinancialStatus.Refunded ? "CancelledAtSource"
            : order.FinancialStatus is not FinancialStatus.Paid ? "FinancialStatus"
            : order.FulfillmentStatus is not (FulfillmentStatus.Unfulfilled or FulfillmentStatus.PartiallyFulfilled or FulfillmentStatus.OnHold or FulfillmentStatus.Scheduled) ? "FulfillmentStatus"
            : physical.Count == 0 ? "NothingPhysical"
            : physical.Exists(line => line.CurrentQuantity > 0 && string.IsNullOrWhiteSpace(line.Sku)) ? "EmptySku"
            : order.ShippingAddress is null ? "AddressMissing"
            : null;
        if (reason is not null) return new Expected([], reason);
        return Deliveries(order, physical, account);
    }

    private static Expected Deliveries(Order order, List<OrderLine> physical, string account)
    {
        var places = order.FulfillmentOrders
            .Where(f => f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress or FulfillmentOrderStatus.OnHold or FulfillmentOrderStatus.Scheduled)
            .Where(f => f.Lines.Any(line => line.RemainingQuantity > 0 && physical.Contains(line.Line)))
            .GroupBy(f => f.Location.Name).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (places.Count == 0) return new Expected([], "NothingToShip");
        var shipped = places.Where(place => place.Any(IsShipped) && Warehouses.Contains(place.Key)).ToList();
        if (shipped.Count == 0) return new Expected([], places.Exists(place => place.Any(f => !IsShipped(f))) ? "PickUp" : "NoWarehouse");
        var orders = new List<ExpectedOrder>();
        foreach (var (place, at) in shipped.Select((place, at) => (place, at + 1)))
        {
            var lines = place.Where(f => IsShipped(f) && f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress)
                .SelectMany(f => f.Lines).Where(line => line.RemainingQuantity > 0 && physical.Contains(line.Line))
                .GroupBy(line => line.Line).Select(group => (group.Key.Sku!, Pieces: group.Sum(line => line.RemainingQuantity))).ToList();
            if (lines.Count == 0) continue;
            var number = order.Number.ToString(CultureInfo.InvariantCulture) + (shipped.Count == 1 ? "" : $"_{at}");
            orders.Add(new ExpectedOrder(number, place.Key, LinesText(lines), Criterium(order), Date(order), CustomerOf(order, account)));
        }

        if (orders.Count == 0) return new Expected([], "Waiting");
        var known = physical.Where(line => line.CurrentQuantity > 0).All(line => World.Tenant.Skus.Contains(line.Sku));
        return known ? new Expected(orders, null) : new Expected([], "UnknownSku");
    }

    public static string LinesText(IEnumerable<(string Sku, int Pieces)> lines) =>
        string.Join(", ", lines.Select(line => $"{line.Pieces} {line.Sku}").Order(StringComparer.Ordinal));

    private static bool IsShipped(FulfillmentOrder f) => f.Delivery is not (DeliveryMethodType.PickUp or DeliveryMethodType.Local or DeliveryMethodType.Retail);

    // Shopify shows tags in alphabetical order, whatever the order of their adding.
    private static string? Criterium(Order order) =>
        order.Tags.Count == 0 ? null : string.Join(", ", order.Tags.Order(StringComparer.OrdinalIgnoreCase));

    private static string? CustomerOf(Order order, string account) => order.Customer is { } customer ? $"{account}:{customer.Id}" : "FALLBACK";

    private static DateOnly Date(Order order)
    {
        var dates = order.Tags.Select(tag => tag.Split(':', 2)).Where(parts => parts.Length == 2 && parts[0].Trim() is "Lieferung" or "Delivery")
            .Where(parts => DateOnly.TryParseExact(parts[1].Trim(), "yyyy-MM-dd", out _)).Select(parts => DateOnly.ParseExact(parts[1].Trim(), "yyyy-MM-dd")).ToList();
        return dates.Count > 0 ? dates.Max() : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(order.CreatedAt, Zone).DateTime);
    }
}
