using System.Buffers;
using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Shipments;

/// <summary>
/// What counts as the content of a shipment: lines, tracking and carriers. Whether the customer is written to does not: a switched setting must not tell
/// everybody again.
/// </summary>
internal static class ShipmentContent
{
    public static string Hash(PackedGoods goods, IKeyedHash hash)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var line in goods.Lines.OrderBy(line => line.LineKey, StringComparer.Ordinal))
            {
                json.WriteStringValue(line.LineKey);
                json.WriteNumberValue(line.Quantity);
            }

            foreach (var tracking in goods.Parcels.SelectMany(parcel => parcel.Trackings).OrderBy(tracking => tracking.Number, StringComparer.Ordinal))
            {
                json.WriteStringValue(tracking.Number);
                json.WriteStringValue(tracking.Url);
                json.WriteStringValue(tracking.CarrierName ?? tracking.Carrier);
            }

            json.WriteEndArray();
        }

        return hash.Of(buffer.WrittenSpan);
    }
}
