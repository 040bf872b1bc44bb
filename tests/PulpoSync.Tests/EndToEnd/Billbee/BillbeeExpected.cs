using System.Globalization;
using System.Text.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>
/// What has to become of an order of Billbee's that was never imported, worked out from the account's own world and the words of the settings; knows nothing of
/// the engine. Either a destination order or a reason; an empty one where nothing is to be known of it.
/// </summary>
internal sealed record BillbeeExpected(ExpectedOrder? Order, string? Reason)
{
    private const int Deleted = 6, Canceled = 8;

    public static BillbeeExpected Of(BillbeeOrder order, BillbeeTerms terms, IReadOnlyCollection<string> skus)
    {
        var sent = Sent(order);
        // What was not even changed since then is not asked for.
        if (order.LastModifiedAt <= terms.StartFrom.UtcDateTime) return new BillbeeExpected(null, "");
        var reason = order.OrderItems.Any(item => item.Quantity is not { } quantity || quantity != Math.Floor(quantity)) ? "QuantityInvalid"
            : order.CreatedAt < terms.StartFrom.UtcDateTime ? "BeforeStart"
            : order.State is Deleted or Canceled ? "CancelledAtSource"
            : !string.IsNullOrEmpty(order.IsCancelationFor) ? "CancellationDocument"
            : order.BillBeeParentOrderId is not null && !terms.ImportChildren ? "ParentOrder"
            : order.State is not { } state || !terms.States.Contains(state) ? "OrderStatus"
            : terms.Shops.Count > 0 && !terms.Shops.Contains(order.ApiAccountName ?? "", StringComparer.OrdinalIgnoreCase) ? "ShopAccount"
            : sent.Count == 0 ? "NothingPhysical"
            : sent.Exists(item => string.IsNullOrEmpty(item.Product?.SKU)) ? "EmptySku"
            : Customer(order, terms) is null ? "NoCustomer"
            : order.ShippingAddress is null ? "AddressMissing"
            : sent.Exists(item => !skus.Contains(item.Product!.SKU!)) ? "UnknownSku"
            : null;
        return reason is not null ? new BillbeeExpected(null, reason) : new BillbeeExpected(Due(order, terms), null);
    }

    /// <summary>What is to be sent of an order, whatever its state.</summary>
    public static ExpectedOrder Due(BillbeeOrder order, BillbeeTerms terms) => new(
        NumberOf(order, terms), terms.Warehouse, Expected.LinesText(Sent(order).Select(item => (item.Product!.SKU!, (int)item.Quantity!.Value))),
        order.Tags.Count == 0 ? null : string.Join(", ", order.Tags), null, Customer(order, terms));

    public static string NumberOf(BillbeeOrder order, BillbeeTerms terms) =>
        terms.Prefix + (order.OrderNumber ?? order.BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>In what a destination order differs from what is due; null: in nothing.</summary>
    public static string? Differs(BillbeeOrder order, ExpectedOrder due, PulpoOrder found)
    {
        var address = order.ShippingAddress!;
        var shipTo = found.ShipTo!.Value;
        var sent = shipTo.GetProperty("address");
        (string What, string? Due, string? Found)[] fields =
        [
            ("warehouse", due.Warehouse, found.Warehouse),
            ("lines", due.Lines, Expected.LinesText(found.Lines.Select(line => (line.Sku!, (int)line.Quantity)))),
            ("criterium", due.Criterium, found.Criterium),
            ("customer", due.Customer, found.Customer),
            ("name", $"{address.FirstName} {address.LastName}".Trim(), Text(shipTo, "name")),
            ("street", address.Street, Text(sent, "street")),
            ("house number", address.HouseNumber, Text(sent, "house_nr")),
            ("zip", address.Zip, Text(sent, "zip")),
            ("city", address.City, Text(sent, "city")),
            ("country", address.CountryISO2, Text(sent, "country_alpha2")),
            // PULPO takes 255 characters; what is longer is cut with a warning.
            ("notes", Start(order.SellerComment), Start(found.Notes)),
        ];
        var differing = Array.Find(fields, field => (field.Due ?? "") != (field.Found ?? ""));
        return differing.What is null ? null : $"{differing.What} should be {differing.Due}, is {differing.Found}";
    }

    private static List<BillbeeOrderItem> Sent(BillbeeOrder order) => [.. order.OrderItems.Where(item => !item.IsCoupon && item.Product?.IsDigital != true && item.Quantity != 0)];

    // A guest is known by the order, where there is anybody at all.
    private static string? Customer(BillbeeOrder order, BillbeeTerms terms) => order.Customer is { } customer ? $"{terms.Account}:{customer.Id}"
        : order.ShippingAddress is not null || order.InvoiceAddress is not null || order.Buyer is not null ? $"{terms.Account}:order:{order.BillBeeOrderId}"
        : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Start(string? text) => text is { Length: > 100 } ? text[..100] : text;
}
