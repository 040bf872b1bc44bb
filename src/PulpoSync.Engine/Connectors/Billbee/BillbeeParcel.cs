using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>A shipment of an order at Billbee.</summary>
/// <param name="Key">What it is told by: Billbee's id of it, else its tracking number.</param>
/// <param name="TrackingNumber">The carrier's number; null: none (yet).</param>
/// <param name="TrackingUrl">Where the parcel can be followed; null: nobody says.</param>
/// <param name="Shipper">Name of the provider that it goes with; null: nobody says.</param>
internal sealed record BillbeeParcel(string Key, string? TrackingNumber, string? TrackingUrl, string? Shipper)
{
    // The label with which a customer sends goods back stands in the same list.
    private const int Return = 1;

    /// <summary>The shipments that go to the customer.</summary>
    public static IReadOnlyList<BillbeeParcel> ReadAll(JsonElement order) =>
        [.. order.Items("ShippingIds").Where(parcel => parcel.Count("ShipmentType") is not Return).Select(Read)];

    private static BillbeeParcel Read(JsonElement parcel)
    {
        var number = parcel.Text("ShippingId")?.Trim() is { Length: > 0 } text ? text : null;
        return new BillbeeParcel(parcel.Text("BillbeeId") ?? number ?? "", number, parcel.Text("TrackingUrl"), parcel.Text("Shipper"));
    }
}
