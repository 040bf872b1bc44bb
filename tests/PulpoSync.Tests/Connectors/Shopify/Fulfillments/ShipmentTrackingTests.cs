using PulpoSync.Engine.Connectors.Shopify.Fulfillments;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Shopify.Fulfillments;

public class ShipmentTrackingTests
{
    [Fact]
    public void Numbers_and_links_stand_in_the_same_places()
    {
        var tracking = Of(Box("L1", new("T-1", "https://t/1", "dhl")), Box("L2", new("T-2", "https://t/2", "dhl")));

        Assert.Equal("""{"numbers":["T-1","T-2"],"urls":["https://t/1","https://t/2"],"company":"DHL"}""", tracking.ToInput()!.ToJsonString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a link")]
    [InlineData("ftp://t/2")]
    public void Links_are_left_out_where_one_is_missing_or_none(string? second)
    {
        var tracking = Of(Box("L1", new("T-1", "https://t/1", "dhl")), Box("L2", new("T-2", second, "dhl")));

        Assert.Equal("""{"numbers":["T-1","T-2"],"company":"DHL"}""", tracking.ToInput()!.ToJsonString());
    }

    [Fact]
    public void Several_carriers_are_all_named_and_the_settings_spelling_wins()
    {
        var tracking = Of(Box("L1", new("T-1", null, "dhl")), Box("L2", new Tracking("T-2", null, "gls") { CarrierName = "GLS Italy" }));

        Assert.Equal("DHL, GLS Italy", tracking.Company);
    }

    [Fact]
    public void Only_boxes_that_hold_the_lines_count_and_those_that_say_nothing()
    {
        var goods = Goods(Box("L1", new("T-1", null, null)), Box("L2", new("T-2", null, null)), new Parcel { Trackings = [new("T-3", null, null)] });

        Assert.Equal(["T-1", "T-3"], ShipmentTracking.Of(goods, ["L1"]).Numbers);
    }

    [Theory]
    [InlineData("T-1", "DHL", "https://t/1", true)]
    [InlineData("T-2", "DHL", "https://t/1", false)]
    [InlineData("T-1", "GLS", "https://t/1", false)]
    [InlineData("T-1", "DHL", "https://t/9", false)]
    public void Same_tracking_needs_no_change(string number, string company, string url, bool same) =>
        Assert.Equal(same, Of(Box("L1", new("T-1", "https://t/1", "dhl"))).IsIn(new ShipmentTracking([number], [url], company)));

    [Fact]
    public void What_we_do_not_know_is_not_taken_away()
    {
        Assert.True(Of(new Parcel()).IsIn(new ShipmentTracking(["T-9"], [], "UPS")));
        Assert.Null(Of(new Parcel()).ToInput());
    }

    private static ShipmentTracking Of(params Parcel[] parcels) => ShipmentTracking.Of(Goods(parcels), ["L1", "L2"]);

    private static Parcel Box(string line, Tracking tracking) => new() { Lines = [new LineQuantity(line, 1)], Trackings = [tracking] };

    private static PackedGoods Goods(params Parcel[] parcels) => new()
    {
        Key = "1", Number = "1001", Account = "a", OrderKey = "o", State = PackingState.Packed, UpdatedAt = Some.Morning, Parcels = parcels,
        Lines = [new PackedLine("L1", null, 1), new PackedLine("L2", null, 1)],
    };
}
