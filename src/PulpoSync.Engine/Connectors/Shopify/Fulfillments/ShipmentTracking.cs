using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>The tracking of one shipment as Shopify takes it: numbers, their links in the same order or none, one company for all.</summary>
internal sealed record ShipmentTracking(IReadOnlyList<string> Numbers, IReadOnlyList<string> Urls, string? Company)
{
    /// <summary>The tracking of the boxes that hold some lines; of all boxes where none says what it holds.</summary>
    public static ShipmentTracking Of(PackedGoods goods, IReadOnlyCollection<string> lines)
    {
        var fitting = goods.Parcels.Where(parcel => parcel.Lines.Count == 0 || parcel.Lines.Any(line => lines.Contains(line.LineKey)));
        var trackings = fitting.SelectMany(parcel => parcel.Trackings).DistinctBy(tracking => tracking.Number, StringComparer.OrdinalIgnoreCase).ToList();
        var urls = trackings.Select(tracking => tracking.Url).Where(IsLink).OfType<string>().ToList();
        var companies = trackings.Select(CompanyOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new ShipmentTracking(
            [.. trackings.Select(tracking => tracking.Number)],
            // Links are matched to numbers by their place: with a gap they would lead to the wrong parcel.
            urls.Count == trackings.Count ? urls : [],
            companies.Count == 0 ? null : string.Join(", ", companies));
    }

    /// <summary>What a shipment in the shop has.</summary>
    public static ShipmentTracking Read(JsonElement fulfillment)
    {
        var infos = fulfillment.Items("trackingInfo").Where(info => !string.IsNullOrWhiteSpace(info.Text("number"))).ToList();
        return new ShipmentTracking(
            [.. infos.Select(info => info.Text("number")!.Trim())],
            [.. infos.Select(info => info.Text("url")).OfType<string>()],
            infos.Select(info => info.Text("company")).OfType<string>().FirstOrDefault());
    }

    /// <summary>True where a number stands in both.</summary>
    public bool Shares(ShipmentTracking other) => Numbers.Intersect(other.Numbers, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>True where there is nothing that the shop's would have to be changed for. What we do not know is not taken away there.</summary>
    public bool IsIn(ShipmentTracking shop) => Numbers.Count == 0
        || (Numbers.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(shop.Numbers)
            && (Company is null || Company == shop.Company)
            && (Urls.Count == 0 || Urls.SequenceEqual(shop.Urls, StringComparer.Ordinal)));

    /// <summary>The input of a mutation; null where there are no numbers.</summary>
    public JsonObject? ToInput()
    {
        if (Numbers.Count == 0) return null;
        var input = new JsonObject { ["numbers"] = List(Numbers) };
        if (Urls.Count > 0) input["urls"] = List(Urls);
        if (Company is not null) input["company"] = Company;
        return input;
    }

    private static string? CompanyOf(Tracking tracking) => tracking.CarrierName ?? (tracking.Carrier is { } code ? CarrierNames.Of(code) : null);

    // Shopify refuses the whole request for one malformed link.
    private static bool IsLink(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme is ("https" or "http");

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
