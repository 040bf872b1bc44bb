using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>Reads lines. A line that could be shipped wrongly makes the whole order unreadable: none is ever left out silently.</summary>
internal static class BillbeeLineReader
{
    /// <summary>The lines of an order, or why they cannot be told.</summary>
    public static (IReadOnlyList<OrderLine> Lines, Failure? Failure) Read(JsonElement order)
    {
        if (order.Get("OrderItems") is not { ValueKind: JsonValueKind.Array } items) return ([], new Failure(FailureKind.Data, "OrderIncomplete", "Billbee gives no list of the order's lines."));
        var lines = new List<OrderLine>();
        foreach (var item in items.EnumerateArray())
        {
            var product = item.Get("Product") ?? default;
            var sku = product.Text("SKU")?.Trim();
            if ((item.Text("BillbeeId") ?? item.Text("TransactionId")) is not { Length: > 0 } key || lines.Exists(line => line.Key == key))
            {
                return ([], Refuse("LineWithoutId", sku, "has no id of its own, so that it cannot be told from the others"));
            }

            // Billbee counts in fractions, a warehouse in pieces.
            if (item.Amount("Quantity") is not { } quantity || quantity < 0 || quantity > int.MaxValue || decimal.Truncate(quantity) != quantity)
            {
                return ([], Refuse("QuantityInvalid", sku, "has a quantity that is no number of pieces; correct it in Billbee"));
            }

            if (!item.IsSwitch("IsCoupon") || !product.IsSwitch("IsDigital")) return ([], Refuse("OrderIncomplete", sku, "does not say whether it is goods"));
            lines.Add(Line(order, item, product, key, sku, (int)quantity));
        }

        return (lines, null);
    }

    private static OrderLine Line(JsonElement order, JsonElement item, JsonElement product, string key, string? sku, int quantity) => new()
    {
        Key = key,
        // A set is an article of its own: what it is made of is the warehouse's business.
        Sku = sku,
        ProductKey = product.Text("BillbeeId"),
        Title = product.Text("Title"),
        Quantity = quantity,
        UnitPrice = quantity > 0 && item.Amount("TotalPrice") is { } total && order.Text("Currency") is { Length: > 0 } currency
            ? new Money(Math.Round(total / quantity, 4), currency)
            : null,
        Tax = item.Amount("TaxAmount") is { } tax && order.Text("Currency") is { Length: > 0 } same ? new Money(tax, same) : null,
        RequiresShipping = !item.Flag("IsCoupon") && !product.Flag("IsDigital"),
        IsGiftCard = item.Flag("IsCoupon"),
    };

    private static Failure Refuse(string code, string? sku, string what) =>
        new(FailureKind.Data, code, $"{(string.IsNullOrEmpty(sku) ? "A line without SKU" : $"The line of SKU {sku}")} {what}.");
}
