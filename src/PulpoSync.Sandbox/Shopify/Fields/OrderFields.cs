using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Orders, their money, risk and shipping.</summary>
internal static class OrderFields
{
    private static readonly SearchFields<Return> ReturnFilters = new(
        new Dictionary<string, FieldFilter<Return>>(StringComparer.Ordinal)
        {
            ["id"] = (r, term, _) => SearchValues.Compare(r.Id, term),
            ["status"] = (r, term, _) => SearchValues.Is(Scalars.NameOf(r.Status), term),
        },
        new HashSet<string>());

    public static void Register(FieldTable table)
    {
        var order = table.For<Order>("Order");
        RegisterIdentity(order);
        RegisterState(order);
        RegisterMoney(order);
        RegisterParts(order);
        RegisterSmallTypes(table);
    }

    private static void RegisterIdentity(TypeFields<Order> order) => order
        .Add("id", o => o.Gid)
        .Add("legacyResourceId", o => o.Id)
        .Add("name", o => o.Name)
        .Add("number", o => o.Number)
        .Add("confirmationNumber", o => $"SB{o.Number.ToString("D7", CultureInfo.InvariantCulture)}")
        .Add("createdAt", o => o.CreatedAt)
        .Add("processedAt", o => o.CreatedAt)
        .Add("updatedAt", o => o.UpdatedAt)
        .Add("closedAt", o => o.ClosedAt)
        .Add("cancelledAt", o => o.CancelledAt)
        .Add("cancelReason", o => o.CancelReason)
        .Add("sourceName", o => o.SourceName)
        .Add("sourceIdentifier", _ => null)
        .Add("registeredSourceUrl", _ => null)
        .Add("statusPageUrl", (o, call) => $"https://{call.Shop.Options.Name}.myshopify.com/orders/{o.Id}")
        .Add("email", o => o.Email)
        .Add("phone", o => o.Phone)
        .Add("poNumber", _ => null)
        .Add("customerLocale", _ => "de")
        .Add("note", o => o.Note)
        .Add("tags", o => o.Tags.Order(StringComparer.OrdinalIgnoreCase))
        .Add("customAttributes", o => o.CustomAttributes);

    private static void RegisterState(TypeFields<Order> order) => order
        .Add("test", o => o.IsTest)
        .Add("closed", o => o.ClosedAt is not null)
        .Add("confirmed", _ => true)
        .Add("edited", o => o.Lines.Any(l => l.RemovedQuantity > 0) && o.Refunds.Count == 0)
        .Add("merchantEditable", o => o.CancelledAt is null)
        .Add("requiresShipping", o => o.Lines.Any(l => l.RequiresShipping))
        .Add("fulfillable", o => o.FulfillmentOrders.Any(f => f.Status == FulfillmentOrderStatus.Open))
        .Add("displayFinancialStatus", o => o.FinancialStatus)
        .Add("displayFulfillmentStatus", o => o.FulfillmentStatus)
        .Add("returnStatus", o => o.ReturnStatus)
        .Add("fullyPaid", o => o.FinancialStatus is FinancialStatus.Paid or FinancialStatus.PartiallyRefunded or FinancialStatus.Refunded)
        .Add("unpaid", o => o.FinancialStatus is FinancialStatus.Pending or FinancialStatus.Authorized or FinancialStatus.Expired)
        .Add("refundable", o => o.FinancialStatus is FinancialStatus.Paid or FinancialStatus.PartiallyRefunded)
        .Add("risk", o => new RiskView(o.Risk))
        .Add("taxesIncluded", o => o.TaxesIncluded)
        .Add("taxExempt", _ => false)
        .Add("paymentGatewayNames", o => Enumerable.Repeat(o.Gateway, 1))
        .Add("discountCode", o => HasDiscount(o) ? "SOMMER10" : null)
        .Add("discountCodes", o => HasDiscount(o) ? ["SOMMER10"] : Array.Empty<string>());

    private static void RegisterMoney(TypeFields<Order> order) => order
        .Add("currencyCode", (_, call) => call.Shop.Options.Currency)
        .Add("presentmentCurrencyCode", o => o.PresentmentCurrency)
        .AddMoney("totalPriceSet", o => o.Total)
        .AddMoney("currentTotalPriceSet", o => o.CurrentTotal)
        .AddMoney("subtotalPriceSet", o => o.Subtotal)
        .AddMoney("currentSubtotalPriceSet", o => o.CurrentSubtotal)
        .AddMoney("totalShippingPriceSet", o => o.ShippingLine?.Price ?? 0)
        .AddMoney("currentShippingPriceSet", o => o.ShippingLine?.Price ?? 0)
        .AddMoney("totalTaxSet", o => o.TaxOn(l => l.Quantity))
        .AddMoney("currentTotalTaxSet", o => o.TaxOn(l => l.CurrentQuantity))
        .AddMoney("totalDiscountsSet", o => o.Lines.Sum(l => l.Quantity * l.UnitDiscount))
        .AddMoney("currentTotalDiscountsSet", o => o.Lines.Sum(l => l.CurrentQuantity * l.UnitDiscount))
        .AddMoney("totalRefundedSet", o => o.Refunded)
        .AddMoney("totalRefundedShippingSet", o => o.Refunds.Sum(r => r.Shipping))
        .AddMoney("totalReceivedSet", o => o.Received)
        .AddMoney("netPaymentSet", o => o.NetPayment)
        .AddMoney("totalOutstandingSet", o => Math.Max(0, o.CurrentTotal - o.NetPayment));

    private static void RegisterParts(TypeFields<Order> order) => order
        .Add("customer", o => o.Customer)
        .Add("shippingAddress", o => View(o, o.ShippingAddress, 1))
        .Add("billingAddress", o => View(o, o.BillingAddress, 2))
        .Add("displayAddress", o => View(o, o.ShippingAddress ?? o.BillingAddress, 1))
        .Add("billingAddressMatchesShippingAddress", o => o.BillingAddress == o.ShippingAddress)
        .Add("shippingLine", o => Shipping(o).FirstOrDefault())
        .Add("shippingLines", (o, call) => call.Slice(Shipping(o), s => s.Line.Id))
        .Add("taxLines", o => o.Lines.Where(l => l.TaxRate > 0).GroupBy(l => l.TaxRate)
            .Select(g => new TaxView(new TaxLine("MwSt", g.Key, g.Sum(l => o.TaxOf(l, l.Quantity))), o)))
        .Add("totalWeight", o => (long)o.Lines.Sum(l => l.Quantity * (l.Variant?.Grams ?? 0)))
        .Add("currentTotalWeight", o => (long)o.Lines.Sum(l => l.CurrentQuantity * (l.Variant?.Grams ?? 0)))
        .Add("subtotalLineItemsQuantity", o => o.Lines.Sum(l => l.Quantity))
        .Add("currentSubtotalLineItemsQuantity", o => o.Lines.Sum(l => l.CurrentQuantity))
        .Add("lineItems", (o, call) => call.Slice(o.Lines, l => l.Id))
        .Add("fulfillmentOrders", FulfillmentOrderFields.Of)
        .Add("fulfillments", (o, call) => o.Fulfillments.Take(call.GetInt("first") ?? int.MaxValue))
        .Add("fulfillmentsCount", o => new Counted(o.Fulfillments.Count, true))
        .Add("refunds", (o, call) => o.Refunds.Take(call.GetInt("first") ?? int.MaxValue))
        .Add("returns", ReturnsOf)
        .Add("suggestedRefund", RefundFields.Suggest)
        .Add("transactions", (o, call) => OrderTransaction.Of(o).Take(call.GetInt("first") ?? int.MaxValue))
        .Add("retailLocation", o => o.RetailLocation);

    private static void RegisterSmallTypes(FieldTable table)
    {
        table.For<MoneyBag>("MoneyBag").Add("shopMoney", bag => bag.Shop).Add("presentmentMoney", bag => bag.Presentment);
        table.For<Money>("MoneyV2").Add("amount", money => money.Amount).Add("currencyCode", money => money.Currency);
        table.For<OrderDetail>("Attribute").Add("key", attribute => attribute.Key).Add("value", attribute => attribute.Value);
        table.For<RiskView>("OrderRiskSummary")
            .Add("recommendation", risk => risk.Recommendation)
            .Add("assessments", risk => Enumerable.Repeat(new AssessmentView(LevelOf(risk.Recommendation)), 1));
        table.For<AssessmentView>("OrderRiskAssessment").Add("riskLevel", assessment => assessment.Level);
        table.For<TaxView>("TaxLine")
            .Add("title", view => view.Tax.Title)
            .Add("rate", view => view.Tax.Rate)
            .Add("ratePercentage", view => view.Tax.Rate * 100)
            .Add("priceSet", (view, call) => new MoneyBag(view.Tax.Amount, view.Order, call.Shop.Options.Currency));
        table.For<ShippingView>("ShippingLine")
            .Add("id", view => Gids.Of("ShippingLine", view.Line.Id))
            .Add("title", view => view.Line.Title)
            .Add("code", view => view.Line.Code)
            .Add("source", _ => "shopify")
            .Add("carrierIdentifier", _ => null)
            .Add("originalPriceSet", (view, call) => new MoneyBag(view.Line.Price, view.Order, call.Shop.Options.Currency))
            .Add("discountedPriceSet", (view, call) => new MoneyBag(view.Line.Price, view.Order, call.Shop.Options.Currency))
            .Add("currentDiscountedPriceSet", (view, call) => new MoneyBag(view.Line.Price, view.Order, call.Shop.Options.Currency))
            .Add("taxLines", _ => Array.Empty<TaxView>());
    }

    private static TypeFields<Order> AddMoney(this TypeFields<Order> order, string field, Func<Order, decimal> amount) =>
        order.AddMoney(field, o => o, amount);

    private static Page ReturnsOf(Order order, FieldCall call)
    {
        var search = new Search<Return>(call, ReturnFilters);
        return call.Slice([.. order.Returns.Where(search.Matches)], r => r.Id);
    }

    private static string LevelOf(RiskRecommendation recommendation) => recommendation switch
    {
        RiskRecommendation.Cancel => "HIGH",
        RiskRecommendation.Investigate => "MEDIUM",
        _ => "LOW",
    };

    private static AddressView? View(Order order, Address? address, int part) =>
        address is null ? null : new AddressView(address, (order.Id * 4) + part);

    private static ShippingView[] Shipping(Order order) => order.ShippingLine is { } line ? [new ShippingView(line, order)] : [];

    private static bool HasDiscount(Order order) => order.Lines.Any(l => l.UnitDiscount > 0);
}
