using System.Buffers;
using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Returns;

/// <summary>
/// What counts as the content of a return: all that the warehouse booked, whatever the settings make of it, so that a changed setting is no changed return.
/// Notes are left out: they are told once.
/// </summary>
internal static class ReturnContent
{
    /// <summary>Hash of a return's content.</summary>
    public static string Hash(GoodsReturn record, IKeyedHash hash)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(record.OrderKey);
            var lines = record.Lines.GroupBy(line => (line.LineKey, line.Sku, line.IsAccepted))
                .OrderBy(group => group.Key.LineKey, StringComparer.Ordinal).ThenBy(group => group.Key.Sku, StringComparer.Ordinal).ThenBy(group => group.Key.IsAccepted);
            foreach (var line in lines)
            {
                json.WriteStringValue(line.Key.LineKey ?? line.Key.Sku);
                json.WriteBooleanValue(line.Key.IsAccepted);
                json.WriteNumberValue(line.Sum(goods => goods.Quantity));
            }

            json.WriteEndArray();
        }

        return hash.Of(buffer.WrittenSpan);
    }
}
