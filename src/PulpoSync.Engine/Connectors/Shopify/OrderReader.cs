using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// Turns Shopify's order into the canonical one. Tolerant: what Shopify leaves out stays empty, and a word that we do not know stays as it is.
/// </summary>
internal static class OrderReader
{
    /// <summary>The order; null where it lacks what no order can be without.</summary>
    /// <param name="parts">The order with all its pages.</param>
    /// <param name="addressRefused">True where Shopify refused (parts of) the shipping address.</param>
    public static Order? Read(OrderParts parts, bool addressRefused)
    {
        var head = parts.Head;
        if (parts.Id.Length == 0 || parts.Name is not { } name) return null;
        if (head.Moment("createdAt") is not { } createdAt || head.Moment("updatedAt") is not { } updatedAt) return null;

        return new Order
        {
            Key = parts.Id,
            Number = head.Text("number") ?? name.TrimStart('#'),
            Name = name,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            CancelledAt = head.Moment("cancelledAt"),
            FinancialStatus = Word(head, "displayFinancialStatus"),
            FulfillmentStatus = Word(head, "displayFulfillmentStatus"),
            IsTest = head.Flag("test"),
            Channel = head.Text("sourceName"),
            Tags = [.. head.Items("tags").Select(tag => tag.AsText()).OfType<string>()],
            Note = head.Text("note"),
            Attributes = Attributes(head),
            Customer = Customer(head),
            Email = head.Text("email"),
            Phone = head.Text("phone"),
            ShipTo = AddressReader.Read(head.Get("shippingAddress")),
            BillTo = AddressReader.Read(head.Get("billingAddress")),
            PersonalDataWithheld = addressRefused || AddressReader.IsWithheld(head.Get("shippingAddress")),
            ShippingMethod = head.Get("shippingLine")?.Text("title"),
            Currency = head.Text("currencyCode"),
            CustomerCurrency = head.Text("presentmentCurrencyCode"),
            TaxesIncluded = head.Flag("taxesIncluded"),
            Total = MoneyReader.Shop(head, "currentTotalPriceSet"),
            Subtotal = MoneyReader.Shop(head, "currentSubtotalPriceSet"),
            Shipping = MoneyReader.Shop(head, "currentShippingPriceSet"),
            Tax = MoneyReader.Shop(head, "currentTotalTaxSet"),
            Discount = MoneyReader.Shop(head, "currentTotalDiscountsSet"),
            Risk = head.Get("risk") is { } risk ? Word(risk, "recommendation") : null,
            Lines = [.. parts.Lines.Nodes.Select(LineReader.Read).OfType<OrderLine>()],
            FulfillmentOrders = [.. parts.FulfillmentOrders.Nodes.Select(node => FulfillmentReader.Order(node, parts.LinesOf(node).Nodes))],
            Shipments = [.. parts.Fulfillments.Select(node => FulfillmentReader.Shipment(node, parts.LinesOf(node).Nodes))],
        };
    }

    private static string? Word(JsonElement element, string name) => element.Text(name)?.ToUpperInvariant();

    private static Dictionary<string, string> Attributes(JsonElement head)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in head.Items("customAttributes"))
        {
            if (item.Text("key") is { } key) attributes[key] = item.Text("value") ?? "";
        }

        return attributes;
    }

    // E-mail and phone are the order's: the ones that this delivery is about, and they cost nothing to ask for.
    private static Customer? Customer(JsonElement head)
    {
        if (head.Get("customer") is not { } customer || customer.Text("id") is not { } id) return null;
        var name = string.Join(' ', new[] { customer.Text("firstName"), customer.Text("lastName") }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new Customer { Key = id, Name = name.Length == 0 ? null : name, Email = head.Text("email"), Phone = head.Text("phone") };
    }
}
