using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Pulpo.Wire;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Bodies as bytes. Letters beyond ASCII stay as they are: half the bytes for umlauts, and nothing here is shown in a page.</summary>
internal static class PulpoBody
{
    private static readonly PulpoJson Json = new(new JsonSerializerOptions(PulpoJson.Default.PulpoOrderBody.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Of(PulpoLogin login) => JsonSerializer.SerializeToUtf8Bytes(login, Json.PulpoLogin);

    public static byte[] Of(PulpoOrderBody order) => JsonSerializer.SerializeToUtf8Bytes(order, Json.PulpoOrderBody);

    public static byte[] Of(IReadOnlyList<PulpoOrderBody> orders) => JsonSerializer.SerializeToUtf8Bytes(orders, Json.IReadOnlyListPulpoOrderBody);

    public static byte[] Of(PulpoTrackingBody tracking) => JsonSerializer.SerializeToUtf8Bytes(tracking, Json.PulpoTrackingBody);

    public static byte[] Of(PulpoAttachmentBody file) => JsonSerializer.SerializeToUtf8Bytes(file, Json.PulpoAttachmentBody);

    public static byte[] Of(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Json.Options));

    public static byte[] Of(PulpoThirdPartyBody party) => JsonSerializer.SerializeToUtf8Bytes(party, Json.PulpoThirdPartyBody);

    public static byte[] Of(IReadOnlyList<PulpoThirdPartyBody> parties) => JsonSerializer.SerializeToUtf8Bytes(parties, Json.IReadOnlyListPulpoThirdPartyBody);
}
