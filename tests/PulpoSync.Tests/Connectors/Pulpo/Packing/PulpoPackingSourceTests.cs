using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo.Packing;

public sealed class PulpoPackingSourceTests : IAsyncLifetime
{
    private PulpoFixture _pulpo = null!;

    public async Task InitializeAsync() => _pulpo = await PulpoFixture.StartAsync();

    public async Task DisposeAsync() => await _pulpo.DisposeAsync();

    [Fact]
    public async Task Packed_goods_come_with_order_lines_boxes_and_tracking()
    {
        var (_, order) = await _pulpo.CreatedAsync(PulpoSamples.Order("1001", ("SKU-1", 2), ("SKU-2", 1)));
        _pulpo.Tenant.Advance("1001", "shipping", new PackOptions { Boxes = 2, Carrier = "gls" });

        var goods = Assert.Single(await ReadAsync());

        Assert.Equal(("1001", PulpoFixture.Account, order.Key, "gid://shopify/Location/1", "Berlin"), (goods.Number, goods.Account, goods.OrderKey, goods.LocationKey, goods.Warehouse));
        Assert.Equal(PackingState.Packed, goods.State);
        Assert.NotNull(goods.PackedAt);
        Assert.Equal([(order.Lines[0].Key, "SKU-1", 2), (order.Lines[1].Key, "SKU-2", 1)], goods.Lines.Select(line => (line.LineKey, line.Sku, line.Quantity)));
        Assert.Equal(2, goods.Parcels.Count);
        Assert.All(goods.Parcels, parcel => Assert.Equal("gls", Assert.Single(parcel.Trackings).Carrier));
    }

    [Fact]
    public async Task Open_packings_and_those_of_others_are_left_out_without_reading_their_boxes()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        var foreign = PulpoSamples.Simple("1002");
        await _pulpo.WriteAsync(new Write<Order>(WriteOperation.Create, PulpoSamples.Ref(foreign, "shopify:other.myshopify.com"), foreign));
        _pulpo.Tenant.AddForeignOrder("1003");
        _pulpo.Tenant.Advance("1001", "packing");
        _pulpo.Tenant.Advance("1002", "shipping");
        _pulpo.Tenant.Advance("1003", "shipping");

        Assert.Empty(await ReadAsync());
        Assert.DoesNotContain(_pulpo.Traces, trace => trace.Operation.Contains("/boxes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Single_packings_tell_that_they_are_open_cancelled_or_gone()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1002"));
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1003"));
        foreach (var number in new[] { "1001", "1002" }) _pulpo.Tenant.Advance(number, "packing");
        _pulpo.Tenant.Cancel("1002");
        _pulpo.Tenant.Advance("1003", "ended");
        var keys = _pulpo.Tenant.Packings.Select(packing => packing.Id.ToString(CultureInfo.InvariantCulture)).Append("999999");

        var found = await Source().ReadManyAsync([.. keys], default);

        Assert.Equal([("1001", PackingState.Open), ("1002", PackingState.Cancelled), ("1003", PackingState.Left)], found.Records.Select(goods => (goods.Number, goods.State)).Order());
    }

    [Theory]
    [InlineData(MultiValueFilter.On)]
    [InlineData(MultiValueFilter.Ignored)]
    public async Task Number_finds_the_packings_of_the_order_whatever_lists_do(MultiValueFilter lists)
    {
        await using var pulpo = await PulpoFixture.StartAsync(options => options with { MultiValueFilter = lists });
        await pulpo.CreatedAsync(PulpoSamples.Order("1001", ("SKU-1", 2)));
        await pulpo.CreatedAsync(PulpoSamples.Simple("1002"));
        pulpo.Tenant.Advance("1001", "packing");
        pulpo.Tenant.Pack("1001", new PackOptions { Lines = [new PackLine("SKU-1", 1)] });
        pulpo.Tenant.Pack("1001");
        pulpo.Tenant.Advance("1002", "shipping");
        var source = pulpo.Connect().Source<PackedGoods>()!;
        var ids = pulpo.Tenant.Packings.Where(packing => packing.Order == "1001").Select(packing => packing.Id.ToString(CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(ids.Order(), (await source.FindKeysAsync("1001", default)).Order());
        Assert.Equal([ids[0]], await source.FindKeysAsync(ids[0], default));
        Assert.Empty(await source.FindKeysAsync("nothing", default));
    }

    [Fact]
    public async Task Packing_whose_boxes_cannot_be_read_is_set_aside_and_the_others_come()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1002"));
        foreach (var number in new[] { "1001", "1002" }) _pulpo.Tenant.Advance(number, "shipping");
        _pulpo.Fail(FaultKind.Status, $"packing/orders/{_pulpo.Tenant.Packings[0].Id}/boxes", status: 404);

        var page = Assert.Single(await PagesAsync());

        Assert.Equal(["1002"], page.Records.Select(goods => goods.Number));
        Assert.Equal("1001", Assert.Single(page.Unreadable).Number);
    }

    [Fact]
    public async Task Progress_tells_of_our_orders_and_asks_for_lots_only_where_they_are_wanted()
    {
        var (_, order) = await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        _pulpo.Tenant.AddForeignOrder("1002");
        _pulpo.Tenant.Advance("1001", "shipping");
        var source = _pulpo.Connect().Source<OrderProgress>()!;
        var all = new List<OrderProgress>();
        await foreach (var page in source.ReadAsync(Request, default)) all.AddRange(page.Records);

        Assert.Equal(("1001", order.Key, false), (Assert.Single(all).Number, all[0].OrderKey, all[0].IsCancelled));
        Assert.Equal(0, _pulpo.Calls("GET /api/v1/packing/orders"));
        Assert.Equal([all[0].Key], await source.FindKeysAsync("1001", default));
        Assert.Equal(all[0].Key, Assert.Single((await source.ReadManyAsync([all[0].Key], default)).Records).Key);
    }

    private static ReadRequest Request => new() { StartFrom = DateTimeOffset.UtcNow.AddDays(-1), Counterpart = PulpoFixture.Account };

    private ISource<PackedGoods> Source() => _pulpo.Connect().Source<PackedGoods>()!;

    private async Task<List<Page<PackedGoods>>> PagesAsync()
    {
        var pages = new List<Page<PackedGoods>>();
        await foreach (var page in Source().ReadAsync(Request, default)) pages.Add(page);
        return pages;
    }

    private async Task<List<PackedGoods>> ReadAsync() => [.. (await PagesAsync()).SelectMany(page => page.Records)];
}
