using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PulpoSync.Sandbox;

/// <summary>Takes off a request a part of what it says.</summary>
internal static partial class TakenOff
{
    private static readonly string[] Places = ["offset", "page"];
    private static readonly string[] Paging = [.. Places, "limit", "sort_by", "pageSize"];

    /// <summary>Takes off what narrows the answer down: query parameters other than those of paging, and GraphQL's search.</summary>
    public static void Filter(SandboxRequest request)
    {
        Keep(request, name => Paging.Contains(name, StringComparer.OrdinalIgnoreCase));
        Change(request, (_, variables) =>
        {
            if (variables.ContainsKey("query")) variables["query"] = "";
        });
    }

    /// <summary>Takes off from where on a list is wanted: query parameters, and the variables that GraphQL's <c>after</c> is given.</summary>
    public static void Place(SandboxRequest request)
    {
        Keep(request, name => !Places.Contains(name, StringComparer.OrdinalIgnoreCase));
        Change(request, (text, variables) =>
        {
            foreach (Match cursor in Cursor().Matches(text)) variables.Remove(cursor.Groups["name"].Value);
        });
    }

    private static void Keep(SandboxRequest request, Func<string, bool> isKept) =>
        request.Http.Request.QueryString = QueryString.Create(request.Http.Request.Query.Where(one => isKept(one.Key)));

    // The variables of a GraphQL request; others have none.
    private static void Change(SandboxRequest request, Action<string, JsonObject> change)
    {
        if (Parsed(request.Body) is not JsonObject body || body["query"] is not JsonValue text || body["variables"] is not JsonObject variables) return;
        change(text.ToString(), variables);
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

    [GeneratedRegex(@"\bafter:\s*\$(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Cursor();
}
