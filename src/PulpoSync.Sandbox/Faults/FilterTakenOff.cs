using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Sandbox;

/// <summary>Takes off a request what narrows its answer down: query parameters other than those of paging, and GraphQL's search.</summary>
internal static class FilterTakenOff
{
    private static readonly string[] Paging = ["limit", "offset", "sort_by", "page", "pageSize"];

    /// <summary>Takes it off.</summary>
    public static void From(SandboxRequest request)
    {
        var query = request.Http.Request.Query.Where(one => Paging.Contains(one.Key, StringComparer.OrdinalIgnoreCase));
        request.Http.Request.QueryString = QueryString.Create(query);
        if (Parsed(request.Body) is not JsonObject body || body["variables"] is not JsonObject variables || !variables.ContainsKey("query")) return;
        variables["query"] = "";
        request.Body = Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static JsonNode? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
