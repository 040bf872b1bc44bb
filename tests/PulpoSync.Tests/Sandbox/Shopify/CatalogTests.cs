using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class CatalogTests : IAsyncLifetime
{
    private ShopClient _client = null!;
    private ProductVariant _red = null!;

    private ShopifyShop Shop => _client.Shop;

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync();
        _red = Shop.AddProduct(new ProductDraft
        {
            Title = "Tasse", Sku = "T-1", VariantTitle = "Rot", UnitCost = 4.5m, HarmonizedSystemCode = "691110", CountryCodeOfOrigin = "DE", Tags = ["Neu"],
            DescriptionHtml = "<p>Eine <b>Tasse</b></p>", Stock = new Dictionary<string, int> { ["Berlin"] = 3, ["Hamburg"] = 4 },
            OtherVariants = [new VariantDraft { Sku = "T-2", VariantTitle = "Blau", Price = 9 }],
        });
        Shop.AddProduct(new ProductDraft { Title = "Teller", Sku = "T-2", Status = ProductStatus.Draft });
        Shop.AddProduct(new ProductDraft { Title = "Gutschein", IsGiftCard = true, RequiresShipping = false });
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Product_shows_its_variants_their_items_and_stock()
    {
        var answer = await _client.QueryAsync("""
            query Q($id: ID!) { product(id: $id) {
              title descriptionHtml description status tags totalInventory hasOnlyDefaultVariant
              variants(first: 10) { nodes { title sku price position inventoryQuantity inventoryItem {
                id tracked duplicateSkuCount harmonizedSystemCode countryCodeOfOrigin requiresShipping unitCost { amount currencyCode } measurement { weight { value unit } }
                inventoryLevels(first: 5) { nodes { location { name } quantities(names: ["available", "committed", "on_hand"]) { name quantity } } } } } } } }
            """, new { id = _red.Product.Gid });
        var product = answer["data"]!["product"]!;

        Assert.Equal(("Tasse", "Eine Tasse", "ACTIVE", 7, false), ((string?)product["title"], (string?)product["description"], (string?)product["status"], (int)product["totalInventory"]!, (bool)product["hasOnlyDefaultVariant"]!));
        var variants = product["variants"]!["nodes"]!.AsArray();
        Assert.Equal([("Rot", 1, 0), ("Blau", 2, 1)], variants.Select(v => ((string)v!["title"]!, (int)v["position"]!, (int)v["inventoryItem"]!["duplicateSkuCount"]!)));
        var item = variants[0]!["inventoryItem"]!;
        Assert.Equal(("4.5", "691110", "DE"), ((string?)item["unitCost"]!["amount"], (string?)item["harmonizedSystemCode"], (string?)item["countryCodeOfOrigin"]));
        Assert.Equal(["Berlin 3", "Hamburg 4"], item["inventoryLevels"]!["nodes"]!.AsArray().Select(l => $"{l!["location"]!["name"]} {l["quantities"]![0]!["quantity"]}"));
        Assert.Empty(variants[1]!["inventoryItem"]!["inventoryLevels"]!["nodes"]!.AsArray());
    }

    [Theory]
    [InlineData("status:active", "Tasse Gutschein")]
    [InlineData("status:draft,archived", "Teller")]
    [InlineData("sku:t-2", "Tasse Teller")]
    [InlineData("sku:T-1 OR title:Gut", "Tasse Gutschein")]
    [InlineData("tag:neu", "Tasse")]
    [InlineData("gift_card:true", "Gutschein")]
    [InlineData("-gift_card:true", "Tasse Teller")]
    [InlineData("updated_at:>'2026-11-22T10:00:00Z'", "")]
    [InlineData("nonsense:1", "Tasse Teller Gutschein")]
    public async Task Products_can_be_searched(string query, string titles)
    {
        var answer = await _client.QueryAsync("query Q($query: String) { products(first: 10, query: $query) { nodes { title } } productsCount(query: $query) { count } }", new { query });

        var found = answer["data"]!["products"]!["nodes"]!.AsArray().Select(p => (string)p!["title"]!).ToArray();
        Assert.Equal(titles, string.Join(' ', found));
        Assert.Equal(found.Length, (int)answer["data"]!["productsCount"]!["count"]!);
        Assert.Equal(query.StartsWith("nonsense", StringComparison.Ordinal), answer["extensions"]!["search"] is not null);
    }

    [Fact]
    public async Task Products_by_time_of_change_are_paged_whole()
    {
        for (var i = 0; i < 25; i++)
        {
            if (i % 4 == 0) _client.Time.Advance(TimeSpan.FromSeconds(1));
            Shop.AddProduct(new ProductDraft { Title = $"P{i}" });
        }
        _client.Time.Advance(TimeSpan.FromSeconds(1));
        Shop.SetCost(_red, 5);

        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await _client.QueryAsync("query Q($after: String) { products(first: 7, after: $after, sortKey: UPDATED_AT) { nodes { title } pageInfo { hasNextPage endCursor } } }", new { after }))["data"]!["products"]!;
            seen.AddRange(page["nodes"]!.AsArray().Select(p => (string)p!["title"]!));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!) break;
            after = (string)page["pageInfo"]!["endCursor"]!;
        }

        Assert.Equal(["Teller", "Gutschein", .. Enumerable.Range(0, 25).Select(i => $"P{i}"), "Tasse"], seen);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("status")]
    [InlineData("tags")]
    [InlineData("sku")]
    [InlineData("price")]
    [InlineData("cost")]
    [InlineData("stock")]
    [InlineData("order")]
    [InlineData("variant added")]
    [InlineData("variant removed")]
    public void Every_change_moves_the_products_time(string what)
    {
        _client.Time.Advance(TimeSpan.FromMinutes(1));
        switch (what)
        {
            case "title": Shop.SetTitle(_red.Product, "Becher"); break;
            case "status": Shop.SetStatus(_red.Product, ProductStatus.Archived); break;
            case "tags": Shop.SetTags(_red.Product, "x"); break;
            case "sku": Shop.SetSku(_red, "T-9"); break;
            case "price": Shop.SetPrice(_red, 1); break;
            case "cost": Shop.SetCost(_red, 1); break;
            case "stock": Shop.AdjustStock(_red, Shop.Locations[0], 1); break;
            case "order": Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "T-1" }] }); break;
            case "variant added": Shop.AddVariant(_red.Product, new VariantDraft { Sku = "T-3" }); break;
            case "variant removed": Shop.Remove(_red.Product.Variants[1]); break;
        }

        Assert.Equal(ShopClient.Start.AddMinutes(1), _red.Product.UpdatedAt);
    }

    [Fact]
    public async Task Levels_of_a_location_can_be_paged_and_searched_by_time()
    {
        for (var i = 0; i < 12; i++) Shop.AddProduct(new ProductDraft { Title = $"P{i}", Sku = $"P{i}", Stock = new Dictionary<string, int> { ["Berlin"] = i } });
        _client.Time.Advance(TimeSpan.FromMinutes(1));
        Shop.SetStock(_red, Shop.Locations[0], 9);
        const string query = "query Q($id: ID!, $after: String, $query: String) { location(id: $id) { inventoryLevels(first: 5, after: $after, query: $query) { nodes { id item { sku } } pageInfo { hasNextPage endCursor } } } }";

        var skus = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await _client.QueryAsync(query, new { id = Shop.Locations[0].Gid, after }))["data"]!["location"]!["inventoryLevels"]!;
            skus.AddRange(page["nodes"]!.AsArray().Select(l => (string)l!["item"]!["sku"]!));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!) break;
            after = (string)page["pageInfo"]!["endCursor"]!;
        }
        Assert.Equal(["T-1", .. Enumerable.Range(0, 12).Select(i => $"P{i}")], skus);

        var changed = (await _client.QueryAsync(query, new { id = Shop.Locations[0].Gid, query = "updated_at:>'2026-11-22T10:00:30Z'" }))["data"]!["location"]!["inventoryLevels"]!;
        Assert.Equal("T-1", (string?)Assert.Single(changed["nodes"]!.AsArray())!["item"]!["sku"]);
    }

    [Fact]
    public async Task Nodes_finds_items_levels_and_variants_and_items_can_be_searched()
    {
        var level = Shop.FindLevel(_red, Shop.Locations[1])!;
        var answer = await _client.QueryAsync("""
            query Q($ids: [ID!]!) {
              nodes(ids: $ids) { __typename id ... on InventoryLevel { isActive item { sku } location { name } } ... on InventoryItem { sku } }
              inventoryItems(first: 5, query: "sku:T-2") { nodes { sku } }
              inventoryLevel(id: "LEVEL") { id } }
            """.Replace("LEVEL", level.Gid, StringComparison.Ordinal), new { ids = new[] { level.Gid, _red.InventoryItemGid, _red.Gid, "gid://shopify/InventoryItem/1" } });

        var nodes = answer["data"]!["nodes"]!.AsArray();
        Assert.Equal(["InventoryLevel", "InventoryItem", "ProductVariant", null], nodes.Select(n => (string?)n?["__typename"]));
        Assert.Equal((level.Gid, "T-1", "Hamburg"), ((string?)nodes[0]!["id"], (string?)nodes[0]!["item"]!["sku"], (string?)nodes[0]!["location"]!["name"]));
        Assert.Equal(2, answer["data"]!["inventoryItems"]!["nodes"]!.AsArray().Count);
        Assert.Equal(level.Gid, (string?)answer["data"]!["inventoryLevel"]!["id"]);
    }

    [Fact]
    public async Task Seed_can_stock_products_of_several_variants()
    {
        await using var client = await ShopClient.StartAsync();

        client.Shop.Seed(new ShopSeed { Orders = 200, Products = 20, VariantsPerProduct = 3, Stock = 100 });

        var product = client.Shop.FindVariant(ShopSeed.SkuOf(4))!.Product;
        Assert.Equal([ShopSeed.SkuOf(4), ShopSeed.SkuOf(5), ShopSeed.SkuOf(6)], product.Variants.Select(v => v.Sku));
        Assert.Equal(20 * 3, client.Shop.Levels.Count);
        var levels = client.Shop.Levels;
        var waiting = client.Shop.Orders.SelectMany(o => o.FulfillmentOrders).Where(f => f.IsActive).SelectMany(f => f.Lines)
            .Where(l => l.Line.Variant?.Sku?.StartsWith("SKU-", StringComparison.Ordinal) == true).Sum(l => l.RemainingQuantity);
        Assert.Equal(waiting, levels.Sum(l => l.Committed));
        Assert.True(levels.Sum(l => l.OnHand) < 20 * 3 * 100);
    }

    [Fact]
    public async Task Removed_variants_are_gone_from_lists_and_orders()
    {
        var order = Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "T-1" }] });

        Shop.Remove(_red.Product);

        var answer = await _client.QueryAsync(
            "query Q($id: ID!) { productVariants(first: 9, query: \"sku:T-1,T-2\") { nodes { sku product { title } } } order(id: $id) { lineItems(first: 1) { nodes { sku variant { id } product { id } } } } }", new { id = order.Gid });
        Assert.Equal("Teller", (string?)Assert.Single(answer["data"]!["productVariants"]!["nodes"]!.AsArray())!["product"]!["title"]);
        var line = answer["data"]!["order"]!["lineItems"]!["nodes"]![0]!;
        Assert.Equal("T-1", (string?)line["sku"]);
        Assert.Null(line["variant"]);
        Assert.Null(line["product"]);
    }
}
