using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

/// <summary>What orders do to stock. "A" is stocked in Berlin and Hamburg, ten each.</summary>
public sealed class StockTests : IAsyncLifetime
{
    private ShopClient _client = null!;
    private ProductVariant _variant = null!;

    private ShopifyShop Shop => _client.Shop;

    private Location Berlin => Shop.Locations[0];

    private Location Hamburg => Shop.Locations[1];

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync();
        _variant = Shop.AddProduct(new ProductDraft { Title = "A", Sku = "A", Stock = new Dictionary<string, int> { ["Berlin"] = 10, ["Hamburg"] = 10 } });
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("order", "7 3 10", "10 0 10")]
    [InlineData("order too many", "-2 12 10", "10 0 10")]
    [InlineData("ship two", "7 1 8", "10 0 10")]
    [InlineData("ship and cancel the shipment", "7 3 10", "10 0 10")]
    [InlineData("cancel and restock", "10 0 10", "10 0 10")]
    [InlineData("cancel without restock", "7 0 7", "10 0 10")]
    [InlineData("edit up", "5 5 10", "10 0 10")]
    [InlineData("edit down", "9 1 10", "10 0 10")]
    [InlineData("edit down without restock", "7 1 8", "10 0 10")]
    [InlineData("add a line", "6 4 10", "10 0 10")]
    [InlineData("move", "10 0 10", "7 3 10")]
    [InlineData("move one", "8 2 10", "9 1 10")]
    [InlineData("split", "7 3 10", "10 0 10")]
    [InlineData("abandon", "10 0 10", "10 0 10")]
    [InlineData("refund what waits and cancel it", "8 2 10", "10 0 10")]
    [InlineData("refund what waits without restock", "7 2 9", "10 0 10")]
    [InlineData("ship all and take one back", "8 0 8", "10 0 10")]
    [InlineData("ship all and take one back elsewhere", "7 0 7", "11 0 11")]
    [InlineData("ship all and refund one without restock", "7 0 7", "10 0 10")]
    [InlineData("ship one, take it back, two still wait", "8 2 10", "10 0 10")]
    public void Orders_move_stock(string what, string berlin, string hamburg)
    {
        var order = Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = what == "order too many" ? 12 : 3 }] });
        var (part, line) = (order.FulfillmentOrders[0], order.Lines[0]);
        switch (what)
        {
            case "ship two": Shop.Fulfill(part, line, 2); break;
            case "ship and cancel the shipment": Shop.CancelFulfillment(Shop.Fulfill(part)); break;
            case "cancel and restock": Shop.Cancel(order, restock: true); break;
            case "cancel without restock": Shop.Cancel(order); break;
            case "edit up": Shop.SetQuantity(line, 5); break;
            case "edit down": Shop.SetQuantity(line, 1); break;
            case "edit down without restock": Shop.SetQuantity(line, 1, restock: false); break;
            case "add a line": Shop.AddLine(order, new OrderLineDraft { Sku = "A" }); break;
            case "move": Shop.Move(part, Hamburg); break;
            case "move one": Shop.Move(part, Hamburg, line, 1); break;
            case "split": Shop.Split(part, line, 1); break;
            case "abandon": Shop.Abandon(part, FulfillmentOrderStatus.Incomplete); break;
            case "refund what waits and cancel it": Shop.Refund(order, line, 1); break;
            case "refund what waits without restock": Shop.Refund(order, line, 1, RestockType.NoRestock); break;
            case "ship all and take one back": Shop.Fulfill(part); Shop.Refund(order, line, 1, RestockType.Return); break;
            case "ship all and take one back elsewhere":
                Shop.Fulfill(part);
                Shop.Refund(order, new RefundDraft { Lines = [new RefundLineDraft(line, 1, RestockType.Return, Hamburg)] });
                break;
            case "ship all and refund one without restock": Shop.Fulfill(part); Shop.Refund(order, line, 1, RestockType.NoRestock); break;
            case "ship one, take it back, two still wait": Shop.Fulfill(part, line, 1); Shop.Refund(order, line, 1, RestockType.Return); break;
        }

        Assert.Equal([berlin, hamburg], Shop.Levels.Select(l => $"{l.Available} {l.Committed} {l.OnHand}"));
        if (what.EndsWith("wait", StringComparison.Ordinal)) Assert.Equal((2, 2), (line.UnfulfilledQuantity, line.CurrentQuantity));
    }

    [Fact]
    public void Random_histories_keep_the_books_balanced()
    {
        var random = new Random(7);
        var lost = 0;
        var back = 0;
        for (var i = 0; i < 60; i++) Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 4, Location = random.Next(2) == 0 ? "Berlin" : "Hamburg" }] });
        for (var i = 0; i < 600; i++)
        {
            var order = Shop.Orders[random.Next(Shop.OrderCount)];
            var line = order.Lines[0];
            var part = order.FulfillmentOrders.FirstOrDefault(f => f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress);
            var other = part?.Location == Berlin ? Hamburg : Berlin;
            switch (random.Next(7))
            {
                case 0 when part is not null: Shop.Fulfill(part, line, 1); break;
                case 1 when part?.Status == FulfillmentOrderStatus.Open: Shop.Move(part, other, line, 1); break;
                case 2 when part is { Status: FulfillmentOrderStatus.Open } && part.Lines[0].RemainingQuantity > 1: Shop.Split(part, line, 1); break;
                case 3 when order.Fulfillments.LastOrDefault(f => !f.IsCancelled) is { } shipped && line.RefundedAfterShipping == 0: Shop.CancelFulfillment(shipped); break;
                case 4 when line.FulfilledQuantity > line.RefundedAfterShipping: Shop.Refund(order, line, 1, RestockType.Return); back++; break;
                case 5 when line.UnfulfilledQuantity > 0 && part is not null: Shop.Refund(order, line, 1, RestockType.NoRestock); lost++; break;
                case 6 when line.UnfulfilledQuantity > 0 && part is not null: Shop.Refund(order, line, 1); break;
            }
        }

        foreach (var level in Shop.Levels)
        {
            var waiting = Shop.Orders.SelectMany(o => o.FulfillmentOrders).Where(f => f.IsActive && f.Location.Name == level.Location).Sum(f => f.Lines.Sum(l => l.RemainingQuantity));
            Assert.Equal((waiting, level.Available + waiting), (level.Committed, level.OnHand));
        }
        var gone = Shop.Orders.SelectMany(o => o.Fulfillments).Where(f => !f.IsCancelled).Sum(f => f.Lines.Sum(l => l.Quantity));
        Assert.Equal(20 - gone - lost + back, Shop.Levels.Sum(l => l.OnHand));
        Assert.True(gone > 20 && lost > 5 && back > 5);
    }

    [Fact]
    public void Untracked_and_unstocked_variants_keep_no_account()
    {
        var untracked = Shop.AddProduct(new ProductDraft { Title = "U", Sku = "U", IsTracked = false, Stock = new Dictionary<string, int> { ["Berlin"] = 0 } });
        var unstocked = Shop.AddProduct(new ProductDraft { Title = "V", Sku = "V" });
        var before = unstocked.Product.UpdatedAt;
        _client.Time.Advance(TimeSpan.FromMinutes(1));
        Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "U" }, new OrderLineDraft { Sku = "V", Quantity = 2 }] });

        Assert.Equal((0, 0, 0), Quantities(Shop.FindLevel(untracked, Berlin)!));
        Assert.Null(Shop.FindLevel(unstocked, Berlin));
        Assert.Equal(before, unstocked.Product.UpdatedAt);
        // Once it is stocked, what orders wait for is known.
        Assert.Equal((5, 2, 7), Quantities(Shop.SetStock(unstocked, Berlin, 5)));
        Assert.Equal((8, 2, 10), Quantities(Shop.SetOnHand(unstocked, Berlin, 10)));
        Assert.Equal((8, 2, 13), Quantities(Shop.SetUnsellable(unstocked, Berlin, UnsellableStock.Damaged, 3)));
    }

    private static (int Available, int Committed, int OnHand) Quantities(InventoryLevel level) => (level.Available, level.Committed, level.OnHand);
}
