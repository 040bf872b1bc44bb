using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>What Billbee says of a label that it has made.</summary>
/// <param name="TrackingNumber">The carrier's number; null: not told.</param>
/// <param name="TrackingUrl">Where the parcel can be followed; null: not told.</param>
/// <param name="Carrier">Name of the carrier; null: not told.</param>
/// <param name="Pdf">The label; null where there is none that can be read.</param>
internal sealed record LabelAnswer(string? TrackingNumber, string? TrackingUrl, string? Carrier, byte[]? Pdf)
{
    /// <summary>Reads an answer.</summary>
    public static LabelAnswer Read(JsonElement data) => new(Given(data, "ShippingId"), Given(data, "TrackingUrl"), Given(data, "Carrier"), PdfIn(data));

    /// <summary>The label as it is kept for the box.</summary>
    /// <param name="parcel">The shipment that it was found to be, for what the answer does not tell.</param>
    public LabelDocument? Document(BillbeeParcel? parcel = null) => (TrackingNumber ?? parcel?.TrackingNumber) is { } number
        ? new LabelDocument(number, TrackingUrl ?? parcel?.TrackingUrl, Carrier ?? parcel?.Shipper, Pdf)
        : null;

    /// <summary>Never prints the label, which holds an address.</summary>
    public override string ToString() => TrackingNumber ?? "";

    private static string? Given(JsonElement data, string name) => data.Text(name)?.Trim() is { Length: > 0 } text ? text : null;

    private static byte[]? PdfIn(JsonElement data) =>
        data.Get("LabelDataPdf") is { ValueKind: JsonValueKind.String } text && text.TryGetBytesFromBase64(out var bytes)
        && bytes.AsSpan().StartsWith("%PDF"u8) ? bytes : null;
}
