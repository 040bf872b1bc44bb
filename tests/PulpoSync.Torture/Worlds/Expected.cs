using System.Globalization;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds;

/// <summary>A destination order that has to be there.</summary>
internal sealed record ExpectedOrder(string Number, string Warehouse, string Lines, string? Criterium, DateOnly? Date, string? Customer);

/// <summary>
/// What has to become of an order of the sandbox's shop that was never imported, worked out from the shop's own world and from the words of the settings
/// table; knows nothing of the engine. Either destination orders or a reason.
/// </summary>
internal sealed record Expected(IReadOnlyList<ExpectedOrder> Orders, string? Reason)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Expectation under: PhysicalOnly, TagsToCriterium, DeliveryDateFromTag, a fallback customer, the rest default.</summary>
    public static Expected Of(Order order, DateTimeOffset startFrom, string account) => Of(order, new Terms { StartFrom = startFrom, Account = account });

    public static Expected Of(Order order, Terms terms)
    {
        var lines = SentLines(order, terms);
        var reason = order.CreatedAt < terms.StartFrom ? "BeforeStart"
            : order.IsTest ? "TestOrder"
            : IsCancelled(order) ? "CancelledAtSource"
            : !terms.Paid.Contains(Word(order.FinancialStatus)) ? "FinancialStatus"
            : !IsToShip(order) ? "FulfillmentStatus"
            : terms.Tags.Except(order.Tags, StringComparer.OrdinalIgnoreCase).Any() ? "TagMissing"
            : lines.Count == 0 ? "NothingPhysical"
            : WholeOrderReason(order, terms);
        return reason is null ? Deliveries(order, lines, terms) : new Expected([], reason);
    }

    /// <summary>Lines that are sent at all.</summary>
    public static List<OrderLine> SentLines(Order order, Terms terms) => [.. order.Lines.Where(line => line.RequiresShipping || !terms.PhysicalOnly)];

    public static bool IsCancelled(Order order) =>
        order.CancelledAt is not null || order.FinancialStatus is FinancialStatus.Voided or FinancialStatus.Refunded;

    /// <summary>True where the filters let an order begin.</summary>
    public static bool PassesFilters(Order order, Terms terms) => order.CreatedAt >= terms.StartFrom && !order.IsTest
        && terms.Paid.Contains(Word(order.FinancialStatus)) && IsToShip(order) && !terms.Tags.Except(order.Tags, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Why an order as a whole cannot be written, imported or not; null: it can.</summary>
    public static string? WholeOrderReason(Order order, Terms terms) =>
        SentLines(order, terms).Exists(line => line.CurrentQuantity > 0 && string.IsNullOrWhiteSpace(line.Sku)) ? "EmptySku"
        : order.Customer is null && terms.FallbackCustomer is null ? "NoCustomer"
        : order.ShippingAddress is null && SentLines(order, terms).Exists(line => line.RequiresShipping) && HasToShip(order) ? "AddressMissing"
        : null;

    /// <summary>What an order says beside its lines.</summary>
    public static (string? Criterium, DateOnly? Date, string? Customer) Head(Order order, Terms terms) => (
        // Shopify shows tags in alphabetical order, whatever the order of their adding.
        order.Tags.Count == 0 || !terms.TagsToCriterium ? null : string.Join(", ", order.Tags.Order(StringComparer.OrdinalIgnoreCase)),
        terms.DeliveryDateFromTag ? Date(order) : null,
        order.Customer is { } customer ? $"{terms.Account}:{customer.Id}" : terms.FallbackCustomer);

    public static string BaseNumber(Order order, Terms terms) =>
        terms.Prefix + (terms.Affixes ? order.Name : order.Number.ToString(CultureInfo.InvariantCulture));

    public static string LinesText(IEnumerable<(string Sku, int Pieces)> lines) =>
        string.Join(", ", lines.Select(line => $"{line.Pieces} {line.Sku}").Order(StringComparer.Ordinal));

    public static bool IsShipped(FulfillmentOrder f) => f.Delivery is not (DeliveryMethodType.PickUp or DeliveryMethodType.Local or DeliveryMethodType.Retail);

    private static Expected Deliveries(Order order, List<OrderLine> sent, Terms terms)
    {
        var places = order.FulfillmentOrders.Where(f => f.IsActive)
            .Where(f => f.Lines.Any(line => line.RemainingQuantity > 0 && sent.Contains(line.Line)))
            .GroupBy(f => f.Location.Name).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (places.Count == 0) return new Expected([], "NothingToShip");
        var shipped = places.Where(place => place.Any(IsShipped) && terms.WarehouseOf(place.Key) is not null).ToList();
        if (shipped.Count == 0) return new Expected([], places.Exists(place => place.Any(f => !IsShipped(f))) ? "PickUp" : "NoWarehouse");
        var (criterium, date, customer) = Head(order, terms);
        var orders = new List<ExpectedOrder>();
        foreach (var (place, at) in shipped.Select((place, at) => (place, at + 1)))
        {
            var lines = place.Where(f => IsShipped(f) && f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress)
                .SelectMany(f => f.Lines).Where(line => line.RemainingQuantity > 0 && sent.Contains(line.Line))
                .GroupBy(line => line.Line).Select(group => (group.Key.Sku!, Pieces: group.Sum(line => line.RemainingQuantity))).ToList();
            if (lines.Count == 0) continue;
            var number = BaseNumber(order, terms) + (shipped.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{at}"));
            orders.Add(new ExpectedOrder(number, terms.WarehouseOf(place.Key)!, LinesText(lines), criterium, date, customer));
        }

        if (orders.Count == 0) return new Expected([], "Waiting");
        var known = sent.Where(line => line.CurrentQuantity > 0).All(line => World.Tenant.Skus.Contains(line.Sku));
        return known ? new Expected(orders, null) : new Expected([], "UnknownSku");
    }

    private static bool HasToShip(Order order) => order.FulfillmentOrders.Any(f => f.IsActive && f.Lines.Any(line => line.RemainingQuantity > 0));

    private static bool IsToShip(Order order) => order.FulfillmentStatus
        is FulfillmentStatus.Unfulfilled or FulfillmentStatus.PartiallyFulfilled or FulfillmentStatus.OnHold or FulfillmentStatus.Scheduled;

    private static string Word(FinancialStatus status) => status switch
    {
        FinancialStatus.PartiallyPaid => "PARTIALLY_PAID",
        FinancialStatus.PartiallyRefunded => "PARTIALLY_REFUNDED",
        _ => status.ToString().ToUpperInvariant(),
    };

    private static DateOnly Date(Order order)
    {
        var dates = order.Tags.Select(tag => tag.Split(':', 2)).Where(parts => parts.Length == 2 && parts[0].Trim() is "Lieferung" or "Delivery")
            .Where(parts => DateOnly.TryParseExact(parts[1].Trim(), "yyyy-MM-dd", out _)).Select(parts => DateOnly.ParseExact(parts[1].Trim(), "yyyy-MM-dd")).ToList();
        return dates.Count > 0 ? dates.Max() : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(order.CreatedAt, Zone).DateTime);
    }
}
