using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class InventoryMutationTests : IAsyncLifetime
{
    private const string Set = """
        mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
          inventorySetQuantities(input: $input) @idempotent(key: $key) {
            inventoryAdjustmentGroup { id reason referenceDocumentUri changes { name delta quantityAfterChange item { id } location { id } } }
            userErrors { field message code }
          }
        }
        """;

    private const string Activate = """
        mutation Activate($item: ID!, $location: ID!, $available: Int, $onHand: Int) {
          inventoryActivate(inventoryItemId: $item, locationId: $location, available: $available, onHand: $onHand) @idempotent(key: "k") {
            inventoryLevel { id isActive quantities(names: ["available", "on_hand"]) { name quantity } }
            userErrors { field message }
          }
        }
        """;

    private ShopClient _client = null!;
    private ProductVariant _a = null!;
    private ProductVariant _b = null!;

    private ShopifyShop Shop => _client.Shop;

    private Location Berlin => Shop.Locations[0];

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync(new ShopOptions { Name = "demo", Throttling = false, Scopes = ["write_inventory", "read_products", "read_locations", "read_orders"] });
        _a = Shop.AddProduct(new ProductDraft { Title = "A", Sku = "A", Stock = new Dictionary<string, int> { ["Berlin"] = 10 } });
        _b = Shop.AddProduct(new ProductDraft { Title = "B", Sku = "B", Stock = new Dictionary<string, int> { ["Berlin"] = 5 } });
        Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 2 }] });
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("available", 20, 8, "20 2 22", 12)]
    [InlineData("on_hand", 20, 10, "18 2 20", 10)]
    public async Task Set_changes_what_is_named_and_what_follows_from_it(string name, int quantity, int before, string after, int delta)
    {
        var made = await SetAsync(name, (_a, quantity, before));

        Assert.Equal(after, Show(_a));
        var group = made["inventoryAdjustmentGroup"]!;
        Assert.Equal([("available", delta), ("on_hand", delta)], group["changes"]!.AsArray().Select(c => ((string)c!["name"]!, (int)c["delta"]!)));
        Assert.Equal(_a.InventoryItemGid, (string?)group["changes"]![0]!["item"]!["id"]);
        Assert.Empty(made["userErrors"]!.AsArray());
        Assert.Equal("correction", Assert.Single(Shop.Adjustments).Reason);
    }

    [Fact]
    public async Task Set_to_what_is_there_gives_no_group_and_no_error()
    {
        var made = await SetAsync("available", (_b, 5, null));

        Assert.Null(made["inventoryAdjustmentGroup"]);
        Assert.Empty(made["userErrors"]!.AsArray());
    }

    [Theory]
    [InlineData("name", "input/name", "The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME")]
    [InlineData("reason", "input/reason", "The specified reason is invalid. Valid values are: correction, ", "INVALID_REASON")]
    [InlineData("document", "input/referenceDocumentUri", "The specified reference document is invalid.", "INVALID_REFERENCE_DOCUMENT")]
    [InlineData("item", "input/quantities/1/inventoryItemId", "The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM")]
    [InlineData("location", "input/quantities/1/locationId", "The specified location could not be found.", "INVALID_LOCATION")]
    [InlineData("high", "input/quantities/1/quantity", "The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH")]
    [InlineData("low", "input/quantities/1/quantity", "The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW")]
    [InlineData("negative", "input/quantities/1/quantity", "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE")]
    [InlineData("twice", "input/quantities/0/locationId", "The combination of inventoryItemId and locationId must be unique.", "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR")]
    [InlineData("stale", "input/quantities/1/changeFromQuantity", "The changeFromQuantity value does not match persisted value.", "CHANGE_FROM_QUANTITY_STALE")]
    public async Task One_bad_entry_leaves_all_as_it_was(string what, string field, string message, string code)
    {
        object second = what switch
        {
            "item" => Entry("gid://shopify/InventoryItem/1", Berlin.Gid, 1, null),
            "location" => Entry(_b.InventoryItemGid, "gid://shopify/Location/1", 1, null),
            "high" => Entry(_b.InventoryItemGid, Berlin.Gid, 1_000_000_001, null),
            "low" => Entry(_b.InventoryItemGid, Berlin.Gid, -2_000_000_000, null),
            "negative" => Entry(_b.InventoryItemGid, Berlin.Gid, -1, null),
            "twice" => Entry(_a.InventoryItemGid, Berlin.Gid, 2, null),
            _ => Entry(_b.InventoryItemGid, Berlin.Gid, 1, what == "stale" ? 4 : null),
        };

        var refused = await SendAsync(new
        {
            name = what == "name" ? "damaged" : what == "negative" ? "on_hand" : "available",
            reason = what == "reason" ? "made_up" : "correction",
            referenceDocumentUri = what == "document" ? "x" : "gid://pulpo-sync/StockRun/1",
            quantities = new[] { Entry(_a.InventoryItemGid, Berlin.Gid, 1, null), second },
        });

        var error = refused["userErrors"]![0]!;
        Assert.Equal((field, code), (string.Join('/', error["field"]!.AsArray().Select(f => (string)f!)), (string?)error["code"]));
        Assert.StartsWith(message, (string?)error["message"], StringComparison.Ordinal);
        Assert.Equal(what == "twice" ? 2 : 1, refused["userErrors"]!.AsArray().Count);
        Assert.Null(refused["inventoryAdjustmentGroup"]);
        Assert.Equal(["8 2 10", "5 0 5"], [Show(_a), Show(_b)]);
    }

    [Fact]
    public async Task Set_where_it_is_not_stocked_succeeds_and_makes_an_inactive_level()
    {
        var hamburg = Shop.Locations[1];

        var made = await SendAsync(new { name = "available", reason = "correction", quantities = new[] { Entry(_a.InventoryItemGid, hamburg.Gid, 3, 0) } });

        Assert.NotNull(made["inventoryAdjustmentGroup"]);
        var level = Shop.FindLevel(_a, hamburg)!;
        Assert.Equal((3, false), (level.Available, level.IsActive));
        const string read = "query Q($id: ID!) { location(id: $id) { shown: inventoryLevels(first: 5) { nodes { id } } all: inventoryLevels(first: 5, includeInactive: true) { nodes { id isActive } } } }";
        var location = (await _client.QueryAsync(read, new { id = hamburg.Gid }))["data"]!["location"]!;
        Assert.Empty(location["shown"]!["nodes"]!.AsArray());
        Assert.Equal(level.Gid, (string?)Assert.Single(location["all"]!["nodes"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task Change_from_quantity_must_be_given_even_if_null()
    {
        var answer = await _client.QueryAsync(Set, new
        {
            key = "k",
            input = new { name = "available", reason = "correction", quantities = new[] { new { inventoryItemId = _a.InventoryItemGid, locationId = Berlin.Gid, quantity = 1 } } },
        });

        Assert.Equal("InventoryQuantityInput must include the following argument: changeFromQuantity.", (string?)answer["errors"]![0]!["message"]);
        Assert.Equal("INVALID_FIELD_ARGUMENTS", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Null(answer["data"]!["inventorySetQuantities"]);
    }

    [Fact]
    public async Task More_than_250_entries_are_refused()
    {
        var entries = Enumerable.Repeat(Entry(_a.InventoryItemGid, Berlin.Gid, 1, null), 251);

        var answer = await _client.QueryAsync(Set, new { key = "k", input = new { name = "available", reason = "correction", quantities = entries } });

        Assert.Equal("MAX_INPUT_SIZE_EXCEEDED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task Without_the_directive_nothing_is_done()
    {
        var answer = await _client.QueryAsync(Set.Replace(" @idempotent(key: $key)", "", StringComparison.Ordinal).Replace(", $key: String!", "", StringComparison.Ordinal),
            new { input = Input("available", (_a, 1, null)) });

        Assert.Equal("The @idempotent directive is required for this mutation but was not provided.", (string?)answer["errors"]![0]!["message"]);
        Assert.Equal("8 2 10", Show(_a));
        var bare = await _client.QueryAsync("mutation M { inventoryActivate(inventoryItemId: \"1\", locationId: \"1\") @idempotent { userErrors { message } } }");
        Assert.Equal("Directive 'idempotent' is missing required arguments: key", (string?)bare["errors"]![0]!["message"]);
    }

    [Fact]
    public async Task Same_key_gives_the_first_answer_for_a_day_and_refuses_other_arguments()
    {
        var first = await SendAsync(Input("available", (_a, 20, null)), "k1");
        Shop.SetStock(_a, Berlin, 7);

        var again = await SendAsync(Input("available", (_a, 20, null)), "k1");
        Assert.Equal((string?)first["inventoryAdjustmentGroup"]!["id"], (string?)again["inventoryAdjustmentGroup"]!["id"]);
        Assert.Equal("7 2 9", Show(_a));
        var other = await SendAsync(Input("available", (_a, 21, null)), "k1");
        Assert.Equal("IDEMPOTENCY_KEY_PARAMETER_MISMATCH", (string?)other["userErrors"]![0]!["code"]);

        _client.Time.Advance(TimeSpan.FromHours(24));
        await SendAsync(Input("available", (_a, 21, null)), "k1");
        Assert.Equal("21 2 23", Show(_a));
    }

    [Fact]
    public async Task Concurrent_request_is_refused_and_goes_through_later()
    {
        Shop.PretendConcurrentRequests();

        var refused = await SendAsync(Input("available", (_a, 20, null)), "k1");
        Assert.Equal("IDEMPOTENCY_CONCURRENT_REQUEST", (string?)refused["userErrors"]![0]!["code"]);
        await SendAsync(Input("available", (_a, 20, null)), "k1");
        Assert.Equal("20 2 22", Show(_a));
    }

    [Theory]
    [InlineData(4, null, "4 0 4", null)]
    [InlineData(null, 4, "4 0 4", null)]
    [InlineData(null, null, "0 0 0", null)]
    [InlineData(1, 1, null, "The product couldn't be stocked at Hamburg because not allowed to set available and on_hand quantities at the same time.")]
    [InlineData(null, 1_000_000_001, null, "The product couldn't be stocked at Hamburg because the quantity needs to be between -1 billion and 1 billion.")]
    public async Task Activate_stocks_it(int? available, int? onHand, string? after, string? message)
    {
        var hamburg = Shop.Locations[1];

        var made = (await _client.QueryAsync(Activate, new { item = _b.InventoryItemGid, location = hamburg.Gid, available, onHand }))["data"]!["inventoryActivate"]!;

        Assert.Equal(message, made["userErrors"]!.AsArray().Select(e => (string?)e!["message"]).FirstOrDefault());
        Assert.Equal(after, Shop.FindLevel(_b, hamburg) is { IsActive: true } l ? $"{l.Available} {l.Committed} {l.OnHand}" : null);
    }

    [Fact]
    public async Task Activate_where_it_is_active_gives_the_level_and_refuses_a_quantity()
    {
        var made = (await _client.QueryAsync(Activate, new { item = _b.InventoryItemGid, location = Berlin.Gid, onHand = 9 }))["data"]!["inventoryActivate"]!;

        Assert.Equal("Not allowed to set an on_hand quantity when the item is already active at the location.", (string?)made["userErrors"]![0]!["message"]);
        Assert.True((bool)made["inventoryLevel"]!["isActive"]!);
        Assert.Equal("5 0 5", Show(_b));
    }

    [Fact]
    public async Task Without_the_scope_stock_stays()
    {
        Shop.Options = Shop.Options with { Scopes = ["read_inventory", "read_products", "read_locations"] };

        var answer = await _client.QueryAsync(Set, new { key = "k", input = Input("available", (_a, 20, null)) });

        Assert.Equal("ACCESS_DENIED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("8 2 10", Show(_a));
    }

    private string Show(ProductVariant variant) =>
        Shop.FindLevel(variant, Berlin) is { } l ? $"{l.Available} {l.Committed} {l.OnHand}" : "none";

    private Task<JsonNode> SetAsync(string name, params (ProductVariant Variant, int Quantity, int? From)[] entries) => SendAsync(Input(name, entries));

    private async Task<JsonNode> SendAsync(object input, string key = "k") => (await _client.QueryAsync(Set, new { key, input }))["data"]!["inventorySetQuantities"]!;

    private object Input(string name, params (ProductVariant Variant, int Quantity, int? From)[] entries) =>
        new { name, reason = "correction", quantities = entries.Select(e => Entry(e.Variant.InventoryItemGid, Berlin.Gid, e.Quantity, e.From)) };

    private static object Entry(string item, string location, int quantity, int? from) =>
        new { inventoryItemId = item, locationId = location, quantity, changeFromQuantity = from };
}
