using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo;

/// <summary>Stock of an emulated tenant: all of it, then what moved, whatever moved it.</summary>
public sealed class PulpoStockSourceTests : IAsyncLifetime
{
    private const string Availability = "GET /api/v1/inventory/stocks/availability";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private PulpoFixture _fixture = null!;

    private PulpoTenant Tenant => _fixture.Tenant;

    public async Task InitializeAsync()
    {
        _fixture = await PulpoFixture.StartAsync(time: _time);
        foreach (var number in Enumerable.Range(1, 10)) Tenant.SetStock($"SKU-{number}", "Berlin", number * 10);
        Tenant.SetStock("SKU-1", "Paris", 3);
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Theory]
    [InlineData(ListShape.Array, false, false)]
    [InlineData(ListShape.Envelope, true, false)]
    [InlineData(ListShape.One, false, true)]
    public async Task ReadAsync_of_everything_gives_each_product_of_each_warehouse(ListShape shape, bool leavesOut, bool idsAsText)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with
        {
            AvailabilityShape = shape, StockListShape = shape, AvailabilityLeavesOutUnstocked = leavesOut, StockIdsAsText = idsAsText,
        });
        fixture.Tenant.SetStock("SKU-1", "Berlin", 7);
        fixture.Tenant.SetStock("SKU-2", "Paris", 4);

        var levels = await LevelsAsync(fixture.Connect());

        Assert.Equal(60 * 2, levels.Count);
        Assert.Equal(["SKU-1 Berlin 7", "SKU-2 Paris 4"], levels.Where(level => level.Available != 0).Select(level => $"{level.Sku} {level.Warehouse} {level.Available}").Order());
        Assert.All(levels, level => Assert.Null(level.OnHand));
    }

    [Fact]
    public async Task ReadAsync_asks_for_many_products_at_a_time_and_only_for_the_warehouses_that_are_wanted()
    {
        var levels = await LevelsAsync(_fixture.Connect(), new ReadRequest { Places = [Key("Berlin")] });

        Assert.Equal(60, levels.Count);
        Assert.All(levels, level => Assert.Equal("Berlin", level.Warehouse));
        Assert.Equal(1, _fixture.Calls(Availability));
    }

    [Theory]
    [InlineData("received", "SKU-3 Berlin 33")]
    [InlineData("corrected", "SKU-3 Berlin 29")]
    [InlineData("counted", "SKU-3 Berlin 5")]
    [InlineData("ordered", "SKU-3 Berlin 28")]
    [InlineData("picked", "SKU-3 Berlin 28")]
    [InlineData("cancelled", "SKU-3 Berlin 30")]
    [InlineData("planned", "SKU-3 Berlin 26")]
    [InlineData("moved", "SKU-3 Berlin 26")]
    [InlineData("made", "NEW Berlin 0, NEW Paris 0")]
    [InlineData("nothing", "")]
    public async Task ReadAsync_from_a_cursor_gives_what_moved(string how, string expected)
    {
        var (source, cursor) = await CursorAsync();
        if (how is "cancelled") cursor = await OrderAndReadOnAsync(source, cursor);

        switch (how)
        {
            case "received": Tenant.Receive("SKU-3", "Berlin", 3); break;
            case "corrected": Tenant.Correct("SKU-3", "Berlin", -1); break;
            case "counted": Tenant.Count("SKU-3", "Berlin", 5); break;
            case "ordered": await _fixture.CreatedAsync(PulpoSamples.Order("4711", ("SKU-3", 2))); break;
            case "picked":
                await _fixture.CreatedAsync(PulpoSamples.Order("4711", ("SKU-3", 2)));
                Tenant.Advance("4711", "packing");
                break;
            case "cancelled": Tenant.Cancel("4711"); break;
            case "planned": Tenant.PlanMovement("SKU-3", "Berlin", 4, PulpoPlace.Storage, PulpoPlace.Shop); break;
            case "moved": Tenant.Move("SKU-3", "Berlin", 4, PulpoPlace.Storage, PulpoPlace.Shop); break;
            case "made": Tenant.AddProduct("NEW"); break;
        }

        _fixture.Host.Traffic.Reset();
        var moved = await LevelsAsync(source, new ReadRequest { Cursor = cursor });

        Assert.Equal(expected, string.Join(", ", moved.Select(level => $"{level.Sku} {level.Warehouse} {level.Available}").Order()));
        Assert.InRange(_fixture.Calls(Availability), 0, 2);
    }

    [Fact]
    public async Task ReadAsync_sees_a_movement_that_is_no_longer_planned()
    {
        var task = Tenant.PlanMovement("SKU-3", "Berlin", 4, PulpoPlace.Storage, PulpoPlace.Shop);
        var (source, cursor) = await CursorAsync();

        Tenant.FinishMovement(task);

        Assert.Equal(["SKU-3"], (await LevelsAsync(source, new ReadRequest { Cursor = cursor })).Select(level => level.Sku));
    }

    [Fact]
    public async Task ReadAsync_under_another_fingerprint_begins_anew()
    {
        var (source, cursor) = await CursorAsync("settings");

        Assert.Empty(await LevelsAsync(source, new ReadRequest { Cursor = cursor, Fingerprint = "settings" }));
        Assert.Equal(59 * 2, (await LevelsAsync(source, new ReadRequest { Cursor = cursor, Fingerprint = "other settings" })).Count);
    }

    [Fact]
    public async Task ReadAsync_since_a_moment_gives_what_moved_since_and_no_cursor()
    {
        Tenant.Receive("SKU-3", "Berlin", 3);
        var since = _time.GetUtcNow().AddSeconds(-1);

        var pages = await PagesAsync(_fixture.Connect(), new ReadRequest { Since = since });

        Assert.Contains(pages.SelectMany(page => page.Records), level => level is { Sku: "SKU-3", Available: 33 });
        Assert.All(pages, page => Assert.Null(page.NextCursor));
    }

    [Fact]
    public async Task OnHand_is_what_lies_there_and_is_neither_packed_nor_returned()
    {
        Tenant.SetStock("SKU-5", "Berlin", 2, PulpoPlace.Reception);
        Tenant.SetStock("SKU-5", "Berlin", 7, PulpoPlace.Return);
        foreach (var (number, state) in new[] { ("1", "queue"), ("2", "packing"), ("3", "packed"), ("4", "ended") })
        {
            await _fixture.CreatedAsync(PulpoSamples.Order(number, ("SKU-5", 3)));
            if (state is "packing") Tenant.Advance(number, "packing");
            if (state is not ("packed" or "ended")) continue;
            Tenant.Advance(number, "packing");
            Tenant.Pack(number);
            if (state is "ended") Tenant.Advance(number, "ended");
        }

        var levels = await LevelsAsync(_fixture.Connect(settings: ("Quantity", "OnHand")));

        Assert.All(levels, level => Assert.Equal((int?)Tenant.StockOf(level.Sku!, level.Warehouse).OnHand, level.OnHand));
        Assert.Equal((50 - 6 + 3 - 3 + 2, 50 - 12), (levels.Single(level => level is { Sku: "SKU-5", Warehouse: "Berlin" }) is var five ? (five.OnHand!.Value, five.Available) : default));
    }

    [Fact]
    public async Task OnHand_moves_when_goods_are_packed()
    {
        await _fixture.CreatedAsync(PulpoSamples.Order("4711", ("SKU-3", 2)));
        Tenant.Advance("4711", "packing");
        _time.Advance(TimeSpan.FromHours(1));
        var cursor = (await PagesAsync(_fixture.Connect(settings: ("Quantity", "OnHand"))))[^1].NextCursor;
        _time.Advance(TimeSpan.FromHours(1));

        Tenant.Pack("4711");

        var moved = await LevelsAsync(_fixture.Connect(settings: ("Quantity", "OnHand")), new ReadRequest { Cursor = cursor });
        Assert.Equal(28, moved.Single(level => level is { Sku: "SKU-3" }).OnHand);
    }

    [Fact]
    public async Task FindKeysAsync_knows_a_sku_and_a_key_and_ReadManyAsync_reads_them()
    {
        var source = _fixture.Connect().Source<StockLevel>()!;

        var keys = await source.FindKeysAsync(" SKU-1 ", default);
        var page = await source.ReadManyAsync([.. keys, "999/1", $"{Key("Berlin")}/999999", "nonsense"], default);

        Assert.Equal(["SKU-1 Berlin 10", "SKU-1 Paris 3"], page.Records.Select(level => $"{level.Sku} {level.Warehouse} {level.Available}").Order());
        Assert.Equal([keys[0]], await source.FindKeysAsync(keys[0], default));
        Assert.Empty(await source.FindKeysAsync("NO-SUCH-SKU", default));
    }

    [Fact]
    public async Task ReadAsync_of_a_list_that_is_not_understood_is_refused_rather_than_believed()
    {
        _fixture.Host.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "stocks/availability", Status = 200, Body = """[{"product_id":1,"available_quantity":5}]""", Count = 0 });

        var failure = await Assert.ThrowsAsync<FailureException>(() => LevelsAsync(_fixture.Connect()));

        Assert.Contains(failure.Failure.Code, new[] { "ListIgnored", "FilterIgnored" });
    }

    [Fact]
    public async Task ReadAsync_for_a_merchant_leaves_the_others_products_out()
    {
        Tenant.Seed(new PulpoSeed { Merchants = ["North", "South"] });

        var (north, south) = (await LevelsAsync(_fixture.Connect(settings: ("Merchant", "North"))), await LevelsAsync(_fixture.Connect(settings: ("Merchant", "South"))));

        var failures = await _fixture.Connect(settings: ("Merchant", "West")).ValidateSettingsAsync(
            new CheckRequest(IntegrationType.Stock, Role.Source, PulpoFixture.Bag(("Merchant", "West"))), default);
        Assert.True(north.Count >= south.Count);
        Assert.Equal("MerchantUnknown", Assert.Single(failures).Code);
    }

    private async Task<(IConnector Source, string Cursor)> CursorAsync(string? fingerprint = null)
    {
        // What was there before lies outside of the cursor's overlap.
        Tenant.Receive("SKU-60", "Paris", 1);
        _time.Advance(TimeSpan.FromHours(1));
        var source = _fixture.Connect();
        Tenant.Receive("SKU-60", "Paris", 1);
        await _fixture.CreatedAsync(PulpoSamples.Order("1", ("SKU-60", 1)));
        var cursor = (await PagesAsync(source, new ReadRequest { Fingerprint = fingerprint }))[^1].NextCursor!;
        _time.Advance(TimeSpan.FromHours(1));
        // The newest change of each kind is always read again; a later one takes its place.
        return (source, await ReadOnAsync(source, cursor, fingerprint));
    }

    private static async Task<string> ReadOnAsync(IConnector source, string cursor, string? fingerprint = null)
    {
        var other = await PagesAsync(source, new ReadRequest { Cursor = cursor, Fingerprint = fingerprint });
        return other[^1].NextCursor!;
    }

    private async Task<string> OrderAndReadOnAsync(IConnector source, string cursor)
    {
        await _fixture.CreatedAsync(PulpoSamples.Order("4711", ("SKU-3", 2)));
        _time.Advance(TimeSpan.FromHours(1));
        return await ReadOnAsync(source, cursor);
    }

    private string Key(string warehouse) => $"{_fixture.Dump("warehouses").Single(row => row.GetProperty("name").GetString() == warehouse).GetProperty("id").GetInt64()}";

    // The newest movement and the newest order stay within the overlap for good: SKU-60 is what the cursor stands on.
    private static async Task<List<StockLevel>> LevelsAsync(IConnector connector, ReadRequest? request = null) =>
        [.. (await PagesAsync(connector, request)).SelectMany(page => page.Records).Where(level => request?.Cursor is null || level.Sku != "SKU-60")];

    private static async Task<List<Page<StockLevel>>> PagesAsync(IConnector connector, ReadRequest? request = null)
    {
        var pages = new List<Page<StockLevel>>();
        await foreach (var page in connector.Source<StockLevel>()!.ReadAsync(request ?? new ReadRequest(), default)) pages.Add(page);
        return pages;
    }
}
