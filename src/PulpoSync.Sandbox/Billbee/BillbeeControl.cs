using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Sandbox;

/// <summary>The sandbox's own endpoint for Billbee accounts: <c>control/billbee/{account}/…</c>. Orders and articles have the fields of Billbee's JSON.</summary>
internal static class BillbeeControl
{
    public static void Map(IEndpointRouteBuilder app, SandboxHost host)
    {
        var control = app.MapGroup("/control/billbee/{account}");
        control.MapPost("/seed", (string account, BillbeeSeed seed) => Do(host, account, a => a.Seed(seed).Select(o => new { o.BillBeeOrderId, o.OrderNumber })));
        control.MapGet("/dump", (string account) => Do(host, account, a => a.Dump()));
        control.MapGet("/rates", (string account) => Do(host, account, a => a.Rates.All));
        control.MapDelete("/rates", (string account) => Act(host, account, a => a.Rates.Reset()));
        control.MapPost("/activation", (string account, ActivationRequest to) => Act(host, account, a => a.ApiActivated = to.Active));
        control.MapPut("/password", (string account, PasswordRequest to) => Act(host, account, a => a.SetPassword(to.Password)));
        control.MapPost("/shop-accounts", (string account, ShopRequest shop) => Do(host, account, a => a.AddShopAccount(shop.Name, shop.Platform ?? "Shopify")));
        control.MapPost("/stocks", (string account, PlaceRequest place) => Do(host, account, a => a.AddStockPlace(place.Name, place.Description)));
        control.MapPost("/shipping-providers", (string account, ProviderRequest p) =>
            Do(host, account, a => a.AddShippingProvider(p.Name, p.Carrier, [.. p.Products])));
        MapOrders(control, host);
        MapProducts(control, host);
    }

    private static void MapOrders(RouteGroupBuilder control, SandboxHost host)
    {
        control.MapGet("/orders", (string account) => Do(host, account, a => a.Orders));
        control.MapPost("/orders", (string account, BillbeeOrder order) => Do(host, account, a => a.AddOrder(order)));
        control.MapDelete("/orders/{id:long}", (string account, long id) => Act(host, account, a => a.RemoveOrder(id)));
        control.MapPost("/orders/{id:long}/state", (string account, long id, StateRequest to) => Do(host, account, a => a.SetState(id, to.State)));
        control.MapPost("/orders/{id:long}/cancel", (string account, long id) => Do(host, account, a => a.Cancel(id)));
        control.MapPost("/orders/{id:long}/delete", (string account, long id) => Do(host, account, a => a.Delete(id)));
        control.MapPost("/orders/{id:long}/quantity", (string account, long id, QuantityRequest to) =>
            Do(host, account, a => a.SetQuantity(id, to.Line, to.Quantity)));
        control.MapPut("/orders/{id:long}/address", (string account, long id, BillbeeAddress to) =>
            Do(host, account, a => a.ChangeOrder(id, o => o with { ShippingAddress = to })));
        control.MapPost("/orders/{id:long}/shipments", (string account, long id, BillbeeShipment shipment) =>
            Do(host, account, a => a.AddShipment(id, shipment)));
        control.MapPut("/orders/{id:long}/label-refusal", (string account, long id, ReasonRequest to) =>
            Act(host, account, a => a.RefuseLabels(id, to.Reason)));
    }

    private static void MapProducts(RouteGroupBuilder control, SandboxHost host)
    {
        control.MapGet("/products", (string account) => Do(host, account, a => a.Products));
        control.MapPost("/products", (string account, BillbeeProduct product) => Do(host, account, a => a.AddProduct(product)));
        control.MapPut("/products/{sku}", (string account, string sku, BillbeeProduct to) => Do(host, account, a => a.ChangeProduct(sku, _ => to)));
        control.MapDelete("/products/{sku}", (string account, string sku) => Act(host, account, a => a.RemoveProduct(sku)));
        control.MapPost("/products/{sku}/deactivate", (string account, string sku) => Do(host, account, a => a.SetDeactivated(sku, true)));
        control.MapPost("/products/{sku}/activate", (string account, string sku) => Do(host, account, a => a.SetDeactivated(sku, false)));
        control.MapPut("/products/{sku}/stock", (string account, string sku, StockRequest to) =>
            Act(host, account, a => a.SetStock(sku, to.Quantity, to.StockId)));
        control.MapPut("/products/{sku}/reserved", (string account, string sku, StockRequest to) =>
            Act(host, account, a => a.SetReserved(sku, to.Quantity, to.StockId)));
    }

    private static IResult Act(SandboxHost host, string account, Action<BillbeeAccount> act) => Answer(host, account, found =>
    {
        act(found);
        return Results.NoContent();
    });

    private static IResult Do<T>(SandboxHost host, string account, Func<BillbeeAccount, T> act) => Answer(host, account, found => Results.Ok(act(found)));

    private static IResult Answer(SandboxHost host, string account, Func<BillbeeAccount, IResult> act)
    {
        if (!host.Accounts.TryGetValue(account, out var found)) return Results.NotFound();
        try
        {
            return act(found);
        }
        catch (InvalidOperationException e)
        {
            return Results.Conflict(new { error = e.Message });
        }
    }

    internal sealed record ActivationRequest(bool Active);

    internal sealed record PasswordRequest(string Password);

    internal sealed record ShopRequest(string Name, string? Platform);

    internal sealed record PlaceRequest(string Name, string? Description);

    internal sealed record ProviderRequest(string Name, int Carrier, string[] Products);

    internal sealed record StateRequest(int State);

    internal sealed record QuantityRequest(int Line, decimal Quantity);

    internal sealed record ReasonRequest(string? Reason);

    internal sealed record StockRequest(decimal Quantity, long? StockId);
}
