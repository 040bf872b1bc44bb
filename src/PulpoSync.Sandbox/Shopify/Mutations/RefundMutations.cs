using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Refunds by apps. The texts are those seen in answers, unless marked.</summary>
internal static class RefundMutations
{
    public static void Register(FieldTable table)
    {
        table.For<Root>("Mutation").Add("refundCreate", Idempotency.Once(Create));
        table.ForPayload("RefundCreatePayload", "refund").Add("order", payload => payload.Beside);
    }

    private static Payload Create(FieldCall call)
    {
        var input = call.Arguments.GetInput("input")!;
        if (Targets.Find<Order>(call, input.Get<string>("orderId")) is not { } order)
            return new Payload(null, new UserErrorView(["orderId"], "Order does not exist"));
        var lines = new List<RefundLineDraft>();
        var amount = AmountOf(input, order, call.Shop);
        var shipping = ShippingOf(input.GetInput("shipping"), order);
        var error = ReadLines(call, input, order, lines) ?? CheckTransactions(input, order);
        // Inferred, text and all.
        if (shipping > order.RefundableShipping) error ??= new UserErrorView(["shipping", "amount"], "Shipping refund amount is greater than the refundable amount");
        // Seen to be refused even where over-refunding was allowed.
        if (amount > order.NetPayment)
        {
            error ??= new UserErrorView(null,
                $"Refund amount {Format(amount, call.Shop)} is greater than net payment received {Format(order.NetPayment, call.Shop)}");
        }
        if (error is not null) return new Payload(null, error) { Beside = order };
        return new Payload(call.Shop.Refund(order, new RefundDraft
        {
            Lines = lines, Amount = amount, Shipping = shipping, Note = input.Get<string>("note"), Notify = input.Get<bool>("notify"),
        })) { Beside = order };
    }

    private static UserErrorView? ReadLines(FieldCall call, InputFields input, Order order, List<RefundLineDraft> lines)
    {
        var given = input.GetInputs("refundLineItems");
        for (var i = 0; i < given.Count; i++)
        {
            var (quantity, restock) = (given[i].GetInt("quantity") ?? 0, given[i].GetEnum<RestockType>("restockType") ?? RestockType.NoRestock);
            // The texts of these three are inferred.
            if (order.LineList.Find(l => l.Id == Gids.Parse(given[i].Get<string>("lineItemId"))?.Id) is not { } line)
                return new UserErrorView(["refundLineItems", $"{i}", "lineItemId"], "Line item does not exist");
            if (quantity < 1) return new UserErrorView(["refundLineItems", $"{i}", "quantity"], "Quantity must be greater than 0");
            var location = given[i].Get<string>("locationId") is { } id ? Targets.Find<Location>(call, id) : null;
            if (given[i].Get<string>("locationId") is not null && location is null)
                return new UserErrorView(["refundLineItems", $"{i}", "locationId"], "Location does not exist");
            lines.Add(new RefundLineDraft(line, quantity, restock, location));
            if (lines.Where(l => l.Line == line).Sum(l => l.Quantity) > line.CurrentQuantity)
                return new UserErrorView(["refundLineItems", $"{i}", "quantity"], "Quantity cannot refund more items than were purchased");
        }
        return null;
    }

    private static UserErrorView? CheckTransactions(InputFields input, Order order)
    {
        var payments = OrderTransaction.Of(order);
        foreach (var transaction in input.GetInputs("transactions"))
        {
            var kind = transaction.Get<string>("kind")!;
            if (kind != "REFUND") return new UserErrorView(null, $"Kind {kind.ToLowerInvariant()} is not a valid transaction");
            var parent = Gids.Parse(transaction.Get<string>("parentId"))?.Id;
            if (!payments.Any(p => p.Id == parent && p.Kind != TransactionKind.Refund))
                return new UserErrorView(["transactions"], "Transactions require a parent_id associated with the order");
        }
        return null;
    }

    // What is to be paid back is what the transactions say; without any, goods are refunded and no money moves. In the customer's currency if it is named.
    private static decimal AmountOf(InputFields input, Order order, ShopifyShop shop)
    {
        var amount = input.GetInputs("transactions").Sum(t => t.GetMoney("amount") ?? 0);
        var isForeign = input.Get<string>("currency") is { } currency && currency == order.PresentmentCurrency && currency != shop.Options.Currency;
        return isForeign ? Math.Round(amount / order.ExchangeRate, 2) : amount;
    }

    private static decimal ShippingOf(InputFields? input, Order order) =>
        input is null ? 0 : input.Get<bool>("fullRefund") ? order.RefundableShipping : input.GetMoney("amount") ?? 0;

    // Seen in dollars only; that the shop's own sign stands in its place is inferred.
    private static string Format(decimal amount, ShopifyShop shop) =>
        (shop.Options.Currency switch { "EUR" => "€", "GBP" => "£", _ => "$" }) + amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
