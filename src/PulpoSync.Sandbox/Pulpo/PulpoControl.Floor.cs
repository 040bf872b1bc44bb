namespace PulpoSync.Sandbox;

// What people do with goods.
internal static partial class PulpoControl
{
    private static void MapFloor(RouteGroupBuilder control, SandboxHost host)
    {
        control.MapGet("/packings", (string tenant) => Read(host, tenant, t => t.Packings));
        control.MapGet("/products", (string tenant) => Read(host, tenant, t => t.Products));
        control.MapGet("/returns", (string tenant) => Read(host, tenant, t => t.Returns));
        control.MapGet("/stock", (string tenant) => Read(host, tenant, t => t.Stock));

        control.MapPost("/orders/{number}/take", (string tenant, string number) => Act(host, tenant, t => t.TakePicking(number)));
        control.MapPost("/orders/{number}/pack", (string tenant, string number, PackOptions? pack) => Act(host, tenant, t => t.Pack(number, pack)));
        control.MapPost("/orders/{number}/close", (string tenant, string number) => Act(host, tenant, t => t.Close(number)));
        control.MapPost("/orders/{number}/ship", (string tenant, string number) => Act(host, tenant, t => t.Ship(number)));
        control.MapPost("/orders/{number}/bring-back", (string tenant, string number) => Act(host, tenant, t => t.BringBack(number)));
        control.MapPost("/orders/{number}/returns", (string tenant, string number, ReturnRequest back) =>
            Act(host, tenant, t => t.ReceiveReturn(number, back.Lines, back.Notes)));
        control.MapPost("/shipping-methods", (string tenant, PulpoShippingMethod method) => Act(host, tenant, t => t.AddShippingMethod(method)));
        control.MapPut("/orders/{number}/shipping-method", (string tenant, string number, MethodRequest to) =>
            Act(host, tenant, t => t.ChooseShippingMethod(number, to.Name)));
        control.MapPut("/boxes/{id}/tracking", (string tenant, long id, PackLabel label) => Act(host, tenant, t => t.Track(id, label)));

        control.MapPut("/stock", (string tenant, StockRequest to) => Act(host, tenant, t => t.SetStock(to.Sku, to.Warehouse, to.Quantity, to.Place)));
        control.MapPost("/stock/receive", (string tenant, StockRequest of) => Act(host, tenant, t => t.Receive(of.Sku, of.Warehouse, of.Quantity, of.Place)));
        control.MapPost("/stock/correct", (string tenant, StockRequest by) => Act(host, tenant, t => t.Correct(by.Sku, by.Warehouse, by.Quantity, by.Place)));
        control.MapPost("/stock/count", (string tenant, StockRequest of) => Act(host, tenant, t => t.Count(of.Sku, of.Warehouse, of.Quantity, of.Place)));
        control.MapPost("/stock/move", (string tenant, MoveRequest move) =>
            Act(host, tenant, t => t.Move(move.Sku, move.Warehouse, move.Quantity, move.From, move.To)));
    }

    internal sealed record ReturnRequest(IReadOnlyList<ReturnedPieces> Lines, string? Notes);

    internal sealed record MethodRequest(string Name);

    internal sealed record StockRequest(string Sku, string Warehouse, long Quantity, PulpoPlace Place = PulpoPlace.Storage);

    internal sealed record MoveRequest(string Sku, string Warehouse, long Quantity, PulpoPlace From, PulpoPlace To);
}
