using System.Text;
using System.Text.Json.Nodes;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>Bodies as bytes.</summary>
internal static class BillbeeBody
{
    public static byte[] Of(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
