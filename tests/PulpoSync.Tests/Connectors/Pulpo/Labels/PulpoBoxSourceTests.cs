using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo.Labels;

public sealed class PulpoBoxSourceTests : IAsyncLifetime
{
    private PulpoFixture _pulpo = null!;

    public async Task InitializeAsync()
    {
        _pulpo = await PulpoFixture.StartAsync();
        _pulpo.Tenant.AddShippingMethod(new("Parcel") { FetchLabel = true, LabelsElsewhere = true });
        _pulpo.Tenant.AddShippingMethod(new("Pick-up") { FetchLabel = false });
    }

    public async Task DisposeAsync() => await _pulpo.DisposeAsync();

    [Fact]
    public async Task Each_box_is_a_record_with_its_measures_and_whose_order_it_is()
    {
        var (_, order) = await _pulpo.CreatedAsync(PulpoSamples.Order("1001", ("SKU-1", 2), ("SKU-2", 1)));
        _pulpo.Tenant.ChooseShippingMethod("1001", "Parcel");
        _pulpo.Tenant.Advance("1001", "packing");
        _pulpo.Tenant.Pack("1001", new PackOptions
        {
            Parcels =
            [
                new PackBox([new("SKU-1", 2)]) { Weight = 2.5m, Length = 60, Width = 40, Height = 35 },
                new PackBox([new("SKU-2", 1)]) { Weight = null, Length = 0, Width = null, Height = null },
            ],
        });

        var found = await ReadAsync();

        var packing = _pulpo.Tenant.Packings.Single();
        Assert.Equal(packing.Boxes.Select(box => Key(packing.Id, box.Id)), found.Select(box => box.Key));
        Assert.Equal(["1001/1", "1001/2"], found.Select(box => box.Number));
        Assert.All(found, box => Assert.Equal(
            (PulpoFixture.Account, order.Key, PackingState.Packed, "Parcel", true), (box.Account, box.OrderKey, box.State, box.ShippingMethod, box.WantsLabel)));
        Assert.Equal([(2.5m, 60m, 40m, 35m), (null, null, null, null)], found.Select(box => (box.Weight, box.Length, box.Width, box.Height)));
        Assert.All(found, box => Assert.Empty(box.TrackingNumbers));
        Assert.All(found, box => Assert.Equal(packing.UpdatedAt, box.UpdatedAt.UtcDateTime));
    }

    [Theory]
    [InlineData("Pick-up", true, false)]
    [InlineData("Pick-up", false, true)]
    [InlineData("Parcel", true, true)]
    [InlineData(null, true, true)]
    public async Task Method_whose_labels_are_not_fetched_wants_none_where_that_counts(string? method, bool only, bool wants)
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        if (method is not null) _pulpo.Tenant.ChooseShippingMethod("1001", method);
        _pulpo.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = null });

        var box = Assert.Single(await ReadAsync(("FetchLabelOnly", only ? "true" : "false")));

        Assert.Equal((method, wants), (box.ShippingMethod, box.WantsLabel));
    }

    [Fact]
    public async Task Boxes_with_numbers_tell_them_and_what_is_not_ours_or_not_packed_is_left_out()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1002"));
        var foreign = PulpoSamples.Simple("1003");
        await _pulpo.WriteAsync(new Write<Order>(WriteOperation.Create, PulpoSamples.Ref(foreign, "shopify:other.myshopify.com"), foreign));
        _pulpo.Tenant.AddForeignOrder("1004");
        _pulpo.Tenant.Advance("1001", "ended");
        _pulpo.Tenant.Advance("1002", "packing");
        _pulpo.Tenant.Advance("1003", "shipping");
        _pulpo.Tenant.Advance("1004", "shipping");

        var box = Assert.Single(await ReadAsync());

        Assert.Equal(("1001/1", PackingState.Left), (box.Number, box.State));
        Assert.Equal(_pulpo.Tenant.Packings[0].Boxes[0].Trackings[0].Code, Assert.Single(box.TrackingNumbers));
        Assert.Equal(1, _pulpo.Calls("GET /api/v1/shipping/shipping_methods"));
        Assert.Equal(1, _pulpo.Calls("GET /api/v1/packing/orders/{id}/boxes"));
    }

    [Fact]
    public async Task Box_is_found_by_number_of_order_or_box_key_and_packing()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Order("1001", ("SKU-1", 2), ("SKU-2", 1)));
        await _pulpo.CreatedAsync(PulpoSamples.Simple("A/1"));
        _pulpo.Tenant.Advance("1001", "shipping", new PackOptions { Boxes = 2 });
        _pulpo.Tenant.Advance("A/1", "shipping");
        var (first, second) = (_pulpo.Tenant.Packings[0], _pulpo.Tenant.Packings[1]);
        var keys = first.Boxes.Select(box => Key(first.Id, box.Id)).ToList();

        Assert.Equal(keys, await Source().FindKeysAsync("1001", default));
        Assert.Equal(keys, await Source().FindKeysAsync(first.Id.ToString(CultureInfo.InvariantCulture), default));
        Assert.Equal([keys[1]], await Source().FindKeysAsync(" 1001/2 ", default));
        Assert.Equal([keys[0]], await Source().FindKeysAsync(keys[0], default));
        Assert.Equal([Key(second.Id, second.Boxes[0].Id)], await Source().FindKeysAsync("A/1", default));
        Assert.Equal([Key(second.Id, second.Boxes[0].Id)], await Source().FindKeysAsync("A/1/1", default));
        Assert.Empty(await Source().FindKeysAsync("1001/9", default));
        Assert.Empty(await Source().FindKeysAsync("nothing", default));
    }

    [Fact]
    public async Task Packing_whose_boxes_cannot_be_read_is_set_aside_and_settles_when_they_can()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1002"));
        foreach (var number in new[] { "1001", "1002" }) _pulpo.Tenant.Advance(number, "shipping", new PackOptions { Carrier = null });
        var packing = _pulpo.Tenant.Packings[0];
        var (own, box) = (packing.Id.ToString(CultureInfo.InvariantCulture), Key(packing.Id, packing.Boxes[0].Id));
        _pulpo.Fail(FaultKind.Status, $"packing/orders/{own}/boxes", status: 404, count: 2);

        var page = Assert.Single(await PagesAsync());
        Assert.Equal(["1002/1"], page.Records.Select(one => one.Number));
        Assert.Equal((own, "1001"), (Assert.Single(page.Unreadable).Key, page.Unreadable[0].Number));
        var still = await Source().ReadManyAsync([own, box], default);
        Assert.Equal([own, box], still.Unreadable.Select(one => one.Key));

        var now = await Source().ReadManyAsync([own], default);
        Assert.Equal([(box, true), (own, false)], now.Records.Select(one => (one.Key, one.WantsLabel)));
        Assert.Equal([box], (await Source().ReadManyAsync([box, $"{own}/1", "x"], default)).Records.Select(one => one.Key));
    }

    private static string Key(long packing, long box) => FormattableString.Invariant($"{packing}/{box}");

    private ISource<PackedBox> Source(params (string Name, string Value)[] settings) => _pulpo.Connect(settings: settings).Source<PackedBox>()!;

    private async Task<List<Page<PackedBox>>> PagesAsync(params (string Name, string Value)[] settings)
    {
        var pages = new List<Page<PackedBox>>();
        var request = new ReadRequest { StartFrom = DateTimeOffset.UtcNow.AddDays(-1), Counterpart = PulpoFixture.Account };
        await foreach (var page in Source(settings).ReadAsync(request, default)) pages.Add(page);
        return pages;
    }

    private async Task<List<PackedBox>> ReadAsync(params (string Name, string Value)[] settings) => [.. (await PagesAsync(settings)).SelectMany(page => page.Records)];
}
