namespace PulpoSync.Sandbox.Shopify;

/// <summary>The sandbox's own endpoint for Shopify shops: fill them, look at them whole, and let things happen to their orders.</summary>
internal static class ShopifyControl
{
    public static void Map(IEndpointRouteBuilder app, SandboxHost host)
    {
        var shop = app.MapGroup("/control/shopify/{shop}");
        shop.MapPut("/options", (string shop, ShopOptions options) => With(host, shop, s =>
        {
            s.Options = options;
            return Results.NoContent();
        }));
        shop.MapPost("/revoke-tokens", (string shop) => With(host, shop, s =>
        {
            s.RevokeTokens();
            return Results.NoContent();
        }));
        shop.MapPost("/seed", (string shop, ShopSeed seed) => With(host, shop, s => Results.Ok(s.Seed(seed).Select(OrderView.Brief))));
        shop.MapPost("/products", (string shop, ProductDraft draft) => With(host, shop, s => Results.Ok(new { id = s.AddProduct(draft).Id })));
        shop.MapGet("/products", (string shop) => With(host, shop, s => Results.Ok(
            s.Variants.Select(v => new { v.Id, v.Sku, v.Product.Title, v.RequiresShipping }).ToArray())));
        shop.MapGet("/levels", (string shop) => With(host, shop, s => Results.Ok(s.Levels)));
        shop.MapPost("/counter", (string shop, CounterRequest sale) => With(host, shop, s => Results.Ok(
            OrderView.Of(s.SellAtCounter(sale.Location, new OrderDraft { Lines = sale.Lines })))));
        shop.MapGet("/orders", (string shop) => With(host, shop, s => Results.Ok(OrderView.AllOf(s))));
        shop.MapPost("/orders", (string shop, OrderDraft draft) => With(host, shop, s => Results.Ok(OrderView.Of(s.CreateOrder(draft)))));
        shop.MapGet("/orders/{order}", (string shop, string order) => WithOrder(host, shop, order, (_, o) => OrderView.Of(o)));
        shop.MapPost("/orders/{order}/{action}", (string shop, string order, string action, OrderActionRequest request) =>
            WithOrder(host, shop, order, (s, o) =>
            {
                OrderActions.Do(s, o, action, request);
                return OrderView.Of(o);
            }));
    }

    private static IResult WithOrder(SandboxHost host, string shop, string order, Func<ShopifyShop, Order, OrderView> action) =>
        With(host, shop, s => s.FindOrder(order) is { } found
            ? Results.Ok(action(s, found))
            : Results.NotFound(new { error = $"There is no order '{order}'." }));

    private static IResult With(SandboxHost host, string shop, Func<ShopifyShop, IResult> action)
    {
        if (!host.Shops.TryGetValue(shop, out var found)) return Results.NotFound(new { error = $"There is no shop '{shop}'." });
        try
        {
            return action(found);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return Results.Conflict(new { error = e.Message });
        }
    }

    internal sealed record CounterRequest(string Location, IReadOnlyList<OrderLineDraft> Lines);
}
