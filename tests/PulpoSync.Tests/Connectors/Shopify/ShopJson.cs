using System.Globalization;
using System.Text.Json.Nodes;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Answers in Shopify's form.</summary>
internal static class ShopJson
{
    public const string Noon = "2026-11-23T12:00:00Z";

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Order/{number}");

    /// <summary>An order as OrderFields asks for it: ordinary, complete, of one line.</summary>
    public static JsonObject Order(int number = 1001, string updatedAt = Noon) => JsonNode.Parse($$$"""
        {
          "id": "{{{Id(number)}}}", "name": "#{{{number}}}", "number": {{{number}}}, "createdAt": "2026-11-23T09:00:00Z", "updatedAt": "{{{updatedAt}}}",
          "cancelledAt": null, "test": false, "displayFinancialStatus": "PAID", "displayFulfillmentStatus": "UNFULFILLED", "sourceName": "web",
          "tags": ["Lieferung: 2026-11-30"], "note": "ring twice", "email": "ada@example.com", "phone": null, "taxesIncluded": true,
          "currencyCode": "EUR", "presentmentCurrencyCode": "CHF", "customAttributes": [{"key": "gift", "value": "yes"}, {"key": "gift", "value": null}],
          "risk": {"recommendation": "ACCEPT"}, "customer": {"id": "gid://shopify/Customer/77", "firstName": "Ada", "lastName": "Example"},
          "shippingAddress": {"name": "Ada Example", "firstName": "Ada", "lastName": "Example", "company": null, "address1": "Musterweg 5", "address2": null,
            "zip": "10115", "city": "Berlin", "province": null, "provinceCode": null, "countryCodeV2": "DE", "phone": null},
          "billingAddress": null, "shippingLine": {"title": "DHL Paket"},
          "currentTotalPriceSet": {"shopMoney": {"amount": "28.7", "currencyCode": "EUR"}},
          "currentSubtotalPriceSet": {"shopMoney": {"amount": "23.8", "currencyCode": "EUR"}},
          "currentShippingPriceSet": {"shopMoney": {"amount": "4.9", "currencyCode": "EUR"}},
          "currentTotalTaxSet": {"shopMoney": {"amount": "4.58", "currencyCode": "EUR"}},
          "currentTotalDiscountsSet": {"shopMoney": {"amount": "0.0", "currencyCode": "EUR"}},
          "lineItems": {"pageInfo": {"hasNextPage": false, "endCursor": "c"}, "nodes": [ {{{Line(1)}}} ]},
          "fulfillmentOrders": {"pageInfo": {"hasNextPage": false, "endCursor": "c"}, "nodes": [ {{{FulfillmentOrder(1, 1)}}} ]},
          "fulfillments": []
        }
        """)!.AsObject();

    public static string Line(int number, int quantity = 2) => $$$"""
        {"id": "gid://shopify/LineItem/{{{number}}}", "sku": "SKU-{{{number}}}", "name": "Mug {{{number}}} - blue", "quantity": {{{quantity}}}, "currentQuantity": {{{quantity}}},
         "requiresShipping": true, "isGiftCard": false, "variant": {"id": "gid://shopify/ProductVariant/{{{number}}}"},
         "product": {"id": "gid://shopify/Product/{{{number}}}", "productType": "Mugs", "category": {"fullName": "Home & Garden > Kitchen > Mugs"} },
         "discountedUnitPriceAfterAllDiscountsSet": {"shopMoney": {"amount": "11.9", "currencyCode": "EUR"} },
         "taxLines": [{"rate": 0.19, "priceSet": {"shopMoney": {"amount": "3.8", "currencyCode": "EUR"} } }]}
        """;

    public static string FulfillmentOrder(int number, params int[] lines) => $$$"""
        {"id": "gid://shopify/FulfillmentOrder/{{{number}}}", "status": "OPEN",
         "assignedLocation": {"name": "Berlin", "location": {"id": "gid://shopify/Location/5"} }, "deliveryMethod": {"methodType": "SHIPPING"}, "fulfillmentHolds": [],
         "lineItems": {"pageInfo": {"hasNextPage": false, "endCursor": "c"}, "nodes": [{{{string.Join(", ", lines.Select(OpenLine))}}}]} }
        """;

    public static string OpenLine(int line) => $$$"""{"remainingQuantity": 2, "lineItem": {"id": "gid://shopify/LineItem/{{{line}}}"} }""";

    /// <summary>A variant as VariantFields asks for it.</summary>
    public static JsonObject Variant(int number, int sameSku = 0) => JsonNode.Parse($$$"""
        {
          "id": "gid://shopify/ProductVariant/{{{number}}}", "updatedAt": "2026-11-23T12:10:00Z", "title": "blue", "sku": "MUG-{{{number}}}", "barcode": "4006381333931",
          "price": "11.90", "inventoryItem": {"updatedAt": "2026-11-23T12:30:00Z", "requiresShipping": true, "duplicateSkuCount": {{{sameSku}}},
            "countryCodeOfOrigin": "DE", "harmonizedSystemCode": "691110", "unitCost": {"amount": "4.2"}, "measurement": {"weight": {"unit": "GRAMS", "value": 350.0} } }
        }
        """)!.AsObject();

    /// <summary>A product as ProductFields asks for it, with its first page of variants.</summary>
    public static JsonObject Product(int number, string updatedAt = Noon, string? next = null, params JsonObject[] variants) => JsonNode.Parse($$$"""
        {
          "id": "gid://shopify/Product/{{{number}}}", "updatedAt": "{{{updatedAt}}}", "title": "Mug", "description": "A mug", "status": "ACTIVE", "tags": ["kitchen"],
          "isGiftCard": false, "variants": {{{Variants(next, variants)}}}
        }
        """)!.AsObject();

    public static string Variants(string? next, params JsonObject[] variants) => $$$"""
        {"pageInfo": {"hasNextPage": {{{(next is null ? "false" : "true")}}}, "endCursor": "{{{next}}}"}, "nodes": [{{{string.Join(", ", variants.Select(one => one.ToJsonString()))}}}]}
        """;

    /// <summary>A page of products.</summary>
    public static string Products(string errors, params JsonObject[] products) => $$$"""
        {"data": {"products": {"pageInfo": {"hasNextPage": false, "endCursor": "c"}, "nodes": [{{{string.Join(", ", products.Select(one => one.ToJsonString()))}}}]}},
         "errors": [{{{errors}}}], {{{Cost(275, 1800)}}} }
        """;

    /// <summary>Further variants of a product.</summary>
    public static string MoreVariants(string updatedAt, string? next, params JsonObject[] variants) =>
        $$$"""{"data": {"product": {"updatedAt": "{{{updatedAt}}}", "variants": {{{Variants(next, variants)}}} } }, {{{Cost(47, 1800)}}} }""";

    /// <summary>A page of orders.</summary>
    public static string Page(string? next, params JsonNode[] orders) => Page(next, "", orders);

    public static string Page(string? next, string errors, params JsonNode?[] orders) => $$$"""
        {"data": {"orders": {"pageInfo": {"hasNextPage": {{{(next is null ? "false" : "true")}}}, "endCursor": "{{{next}}}"},
          "nodes": [{{{string.Join(", ", orders.Select(order => order?.ToJsonString() ?? "null"))}}}]}}, "errors": [{{{errors}}}],
         {{{Cost(807, 1800)}}} }
        """;

    public static string ByIds(params JsonNode?[] orders) =>
        $$$"""{"data": {"nodes": [{{{string.Join(", ", orders.Select(order => order?.ToJsonString() ?? "null"))}}}]}, {{{Cost(115, 1800)}}} }""";

    public static string Cost(int requested, double available) => string.Create(CultureInfo.InvariantCulture, $$$"""
        "extensions": {"cost": {"requestedQueryCost": {{{requested}}}, "actualQueryCost": null,
          "throttleStatus": {"maximumAvailable": 2000, "currentlyAvailable": {{{available}}}, "restoreRate": 100} } }
        """);

    public static string Error(string code, string more = "") => $$$"""{"message": "words\nof Shopify", "extensions": {"code": "{{{code}}}"}{{{more}}} }""";

    public static string Refused(string code) => $$$"""{"errors": [{{{Error(code)}}}], {{{Cost(807, 1900)}}} }""";

    public static string Throttled(int requested, double available) => $$$"""{"errors": [{{{Error("THROTTLED")}}}], {{{Cost(requested, available)}}} }""";
}
