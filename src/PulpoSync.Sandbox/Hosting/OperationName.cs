using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulpoSync.Sandbox;

/// <summary>What a request is called in faults and counts.</summary>
internal static partial class OperationName
{
    /// <summary>
    /// The GraphQL operation's name (<c>anonymous</c> without one), else <c>METHOD /path</c> with numbers and UUIDs replaced by <c>{id}</c>.
    /// </summary>
    public static string Of(SandboxRequest request) =>
        request.Path.EndsWith("graphql.json", StringComparison.Ordinal)
            ? OfGraphQL(request.Body)
            : $"{request.Method} /{Identifier().Replace(request.Path.TrimEnd('/'), "{id}")}";

    private static string OfGraphQL(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return "anonymous";
            if (json.RootElement.TryGetProperty("operationName", out var named) && named.ValueKind == JsonValueKind.String) return named.GetString()!;
            if (!json.RootElement.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String) return "anonymous";
            var match = Operation().Match(query.GetString()!);
            return match.Success ? match.Groups[1].Value : "anonymous";
        }
        catch (JsonException)
        {
            return "anonymous";
        }
    }

    [GeneratedRegex(@"(?:query|mutation)\s+(\w+)")]
    private static partial Regex Operation();

    [GeneratedRegex(@"(?<=/)(\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})(?=/|$)")]
    private static partial Regex Identifier();
}
