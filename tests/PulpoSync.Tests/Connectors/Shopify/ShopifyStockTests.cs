using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Stock levels at an emulated shop: found by SKU, compared, set in batches, each refusal blamed on its entry.</summary>
public sealed class ShopifyStockTests : IAsyncLifetime
{
    private SandboxShopFixture _fixture = null!;

    private ShopifyShop Shop => _fixture.Shop;
    private FaultPlan Faults => _fixture.Host.Faults;
    private int Sets => _fixture.Host.Traffic.CountOf("shopify", "StockSet");

    public async Task InitializeAsync() => _fixture = await SandboxShopFixture.StartAsync(options => options with { Scopes = [.. options.Scopes, "write_inventory"] });

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Theory]
    [InlineData(StockMeasure.Available, 5, 5, 7)]
    [InlineData(StockMeasure.OnHand, 5, 3, 5)]
    public async Task WriteAsync_sets_the_figure_that_is_meant(StockMeasure measure, int told, int available, int onHand)
    {
        Add("A", 9);
        Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 2, Location = "Berlin" }] });

        var result = Assert.Single(await WriteAsync(Write("A", told, measure)));

        Assert.Equal((WriteStatus.Done, (OutcomeKind?)null), (result.Status, result.Became));
        Assert.StartsWith("gid://shopify/InventoryLevel/", result.Id);
        Assert.Equal((available, onHand, 2), (Level("A").Available, Level("A").OnHand, Level("A").Committed));
        Assert.Equal("correction", Assert.Single(Shop.Adjustments).Reason);
        Assert.StartsWith("gid://pulpo-sync/StockBatch/", Shop.Adjustments[0].ReferenceDocumentUri);
    }

    [Fact]
    public async Task WriteAsync_of_what_is_there_already_sets_nothing()
    {
        Add("A", 5);

        var result = Assert.Single(await WriteAsync(Write("A", 5)));

        Assert.Equal((WriteStatus.Done, OutcomeKind.Unchanged), (result.Status, result.Became));
        Assert.Equal(0, Sets);
    }

    [Fact]
    public async Task WriteAsync_finds_many_in_few_questions_and_sets_them_in_one()
    {
        foreach (var number in Enumerable.Range(1, 250)) Add($"SKU-{number}", 0);

        var results = await WriteAsync([.. Enumerable.Range(1, 250).Select(number => Write($"SKU-{number}", number))]);

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.All(Enumerable.Range(1, 250), number => Assert.Equal(number, Level($"SKU-{number}").Available));
        Assert.Equal((5, 1), (_fixture.Host.Traffic.CountOf("shopify", "StockBySku"), Sets));
    }

    [Theory]
    [InlineData("unknown", "NotInShop")]
    [InlineData("duplicate", "DuplicateSku")]
    [InlineData("untracked", "NotTracked")]
    [InlineData("unstocked", "NotStocked")]
    [InlineData("inactive", "NotStocked")]
    public async Task WriteAsync_leaves_out_by_name_what_cannot_be_told_and_sets_the_rest(string trouble, string reason)
    {
        Add("GOOD", 0);
        switch (trouble)
        {
            // The search finds words: these are other SKUs.
            case "unknown": Add("ODD-ONE", 0); break;
            case "duplicate": Add("ODD", 0); Add("ODD", 0); break;
            case "untracked": Shop.SetTracked(Add("ODD", 0), false); break;
            case "unstocked": Shop.AddProduct(new ProductDraft { Title = "ODD", Sku = "ODD" }); break;
            case "inactive": Shop.SetStocked(Add("ODD", 0), Place("Berlin"), false); break;
        }

        var results = await WriteAsync(Write("ODD", 3), Write("GOOD", 4));

        Assert.Equal((WriteStatus.LeftOut, reason), (results[0].Status, results[0].Failure!.Code));
        Assert.Contains("\"ODD\"", results[0].Failure!.Message);
        Assert.Equal((WriteStatus.Done, 4), (results[1].Status, Level("GOOD").Available));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WriteAsync_stocks_what_is_not_stocked_where_the_setting_says_so(bool wasStocked)
    {
        if (wasStocked) Shop.SetStocked(Add("A", 8), Place("Berlin"), false);
        else Shop.AddProduct(new ProductDraft { Title = "A", Sku = "A" });
        _fixture.Settings["ActivateMissing"] = "true";

        var result = Assert.Single(await WriteAsync(Write("A", 3)));

        Assert.Equal(WriteStatus.Done, result.Status);
        Assert.Equal((3, true), (Level("A").Available, Level("A").IsActive));
        Assert.Equal(1, _fixture.Host.Traffic.CountOf("shopify", "StockActivate"));
    }

    [Fact]
    public async Task WriteAsync_blames_a_bad_entry_and_sets_the_other_249()
    {
        foreach (var number in Enumerable.Range(1, 250)) Add($"SKU-{number}", 0);

        var results = await WriteAsync([.. Enumerable.Range(1, 250).Select(number => Write($"SKU-{number}", number == 100 ? 2_000_000_000 : number))]);

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, "Shopify:INVALID_QUANTITY_TOO_HIGH"), (results[99].Status, results[99].Failure!.Kind, results[99].Failure!.Code));
        Assert.Contains("\"SKU-100\"", results[99].Failure!.Message);
        Assert.Equal(249, results.Count(result => result.Status is WriteStatus.Done));
        Assert.Equal((0, 250, 2), (Level("SKU-100").Available, Level("SKU-250").Available, Sets));
    }

    [Fact]
    public async Task WriteAsync_never_writes_over_an_order_that_comes_in_between()
    {
        Add("A", 9);
        Add("B", 9);
        var held = Faults.Add(new Fault { Kind = FaultKind.HangBefore, Operation = "StockSet" });
        var writing = WriteAsync(Write("A", 9 - 4), Write("B", 1));
        await held.Reached;

        Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 4, Location = "Berlin" }] });
        held.Release();
        var results = await writing;

        // What was to be told is there by the order alone; B is set although it shared the batch.
        Assert.Equal((WriteStatus.Done, OutcomeKind.Unchanged), (results[0].Status, results[0].Became));
        Assert.Equal((5, 1), (Level("A").Available, Level("B").Available));
        Assert.Equal((2, 1), (Sets, Shop.Adjustments.Count));
    }

    [Fact]
    public async Task WriteAsync_gives_up_on_a_level_that_changes_each_time()
    {
        var variant = Add("A", 9);
        var results = WriteAsync(Write("A", 100));
        for (var i = 0; i < 6 && !results.IsCompleted; i++)
        {
            var held = Faults.Add(new Fault { Kind = FaultKind.HangBefore, Operation = "StockSet" });
            if (await Task.WhenAny(held.Reached, results) == results) break;
            Shop.AdjustStock(variant, Place("Berlin"), 1);
            held.Release();
        }

        var result = Assert.Single(await results);
        Assert.Equal((WriteStatus.Refused, FailureKind.Conflict, "LevelKeepsChanging"), (result.Status, result.Failure!.Kind, result.Failure!.Code));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, 2)]
    [InlineData(FaultKind.CutBody, 2)]
    [InlineData(FaultKind.CutBefore, 2)]
    public async Task WriteAsync_repeats_a_batch_under_its_key_when_the_answer_is_lost(FaultKind kind, int asked)
    {
        Add("A", 9);
        Faults.Add(new Fault { Kind = kind, Operation = "StockSet" });

        var result = Assert.Single(await WriteAsync(Write("A", 4)));

        Assert.Equal((WriteStatus.Done, 4), (result.Status, Level("A").Available));
        Assert.Equal((asked, 1), (Sets, Shop.Adjustments.Count));
    }

    [Fact]
    public async Task WriteAsync_whose_answers_are_all_lost_is_unknown_and_the_next_one_reads_first()
    {
        Add("A", 9);
        var fault = Faults.Add(new Fault { Kind = FaultKind.CutAfter, Operation = "StockSet", Count = 0 });
        Assert.Equal(WriteStatus.Unknown, Assert.Single(await WriteAsync(Write("A", 4))).Status);
        Faults.Remove(fault.Id);

        var result = Assert.Single(await WriteAsync(Write("A", 4)));

        Assert.Equal(OutcomeKind.Unchanged, result.Became);
        Assert.Equal((4, 1), (Level("A").Available, Shop.Adjustments.Count));
    }

    [Fact]
    public async Task WriteAsync_waits_while_shopify_is_still_at_work_on_the_same_request()
    {
        Add("A", 9);
        Shop.PretendConcurrentRequests(2);

        Assert.Equal(WriteStatus.Done, Assert.Single(await WriteAsync(Write("A", 4))).Status);
        Assert.Equal((4, 3), (Level("A").Available, Sets));
    }

    [Fact]
    public async Task WriteAsync_serves_several_locations_in_one_batch()
    {
        Shop.SetStock(Add("A", 1), Place("Hamburg"), 1);

        await WriteAsync(Write("A", 4), Write("A", 6, location: "Hamburg"));

        Assert.Equal((4, 6, 1), (Level("A").Available, Level("A", "Hamburg").Available, Sets));
    }

    [Fact]
    public async Task ChangedAsync_begins_with_a_time_and_tells_what_anybody_changed_afterwards()
    {
        var variant = Add("A", 1);
        Add("B", 1);
        var watch = (IWatch)_fixture.Connect().Destination<StockLevel>()!;

        var first = await PagesAsync(watch, null);
        var later = DateTimeOffset.Parse(Assert.Single(first).NextCursor!, CultureInfo.InvariantCulture).AddMinutes(10).ToString("O", CultureInfo.InvariantCulture);
        Shop.SetStock(variant, Place("Berlin"), 7);
        var second = await PagesAsync(watch, first[0].NextCursor);

        Assert.Empty(first[0].Numbers);
        Assert.Contains("A", second.SelectMany(page => page.Numbers));
        Assert.NotNull(second[^1].NextCursor);
        Assert.Empty((await PagesAsync(watch, later)).SelectMany(page => page.Numbers));
    }

    [Fact]
    public async Task ValidateSettingsAsync_names_locations_that_do_not_exist_and_warehouses_that_are_given_twice()
    {
        var bag = new SettingBag(new Dictionary<string, string> { ["WarehouseMap"] = "Cellar=X\nBerlin=North\nHamburg=north", ["Warehouse"] = "South" });

        var failures = await _fixture.Connect().ValidateSettingsAsync(new CheckRequest(IntegrationType.Stock, Role.Destination, bag), default);

        Assert.Equal(["LocationUnknown", "WarehouseTwice"], failures.Select(failure => failure.Code));
        Assert.Contains("\"Berlin\", \"Hamburg\", \"Showroom\"", failures[0].Message);
        Assert.Contains("\"Berlin\" and \"Hamburg\"", failures[1].Message);
    }

    [Fact]
    public async Task CheckAsync_wants_the_right_to_change_stock()
    {
        Shop.Options = Shop.Options with { Scopes = ["read_inventory", "read_locations"] };

        var check = await _fixture.Connect().CheckAsync(new CheckRequest(IntegrationType.Stock, Role.Destination, SettingBag.Empty), default);

        Assert.Equal("ScopesMissing", check.Failure!.Code);
        Assert.Contains("write_inventory", check.Failure.Message);
    }

    private ProductVariant Add(string sku, int available) =>
        Shop.AddProduct(new ProductDraft { Title = sku, Sku = sku, Stock = new Dictionary<string, int> { ["Berlin"] = available } });

    private Location Place(string name) => Shop.Locations.Single(place => place.Name == name);

    private LevelSnapshot Level(string sku, string location = "Berlin") => Shop.Levels.Single(level => level.Sku == sku && level.Location == location);

    private Task<IReadOnlyList<WriteResult>> WriteAsync(params Write<StockLevel>[] batch) => _fixture.Connect().Destination<StockLevel>()!.WriteAsync(batch, default);

    private Write<StockLevel> Write(string sku, int quantity, StockMeasure measure = StockMeasure.Available, string location = "Berlin") => new(
        WriteOperation.Update, new RecordRef("pulpo:x", $"1/{sku}", "", sku),
        new StockLevel
        {
            Key = $"1/{sku}", Sku = sku, Warehouse = location, WarehouseKey = "1", Available = quantity,
            Target = new StockTarget { LocationKey = Place(location).Gid, Location = location, Measure = measure, Quantity = quantity },
        });

    private static async Task<List<WatchPage>> PagesAsync(IWatch watch, string? cursor)
    {
        var pages = new List<WatchPage>();
        await foreach (var page in watch.ChangedAsync(cursor, default)) pages.Add(page);
        return pages;
    }
}
