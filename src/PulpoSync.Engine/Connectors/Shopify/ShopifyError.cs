using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>One entry of an answer's <c>errors</c>.</summary>
/// <param name="Code">Shopify's code; null where it gives none.</param>
/// <param name="Path">Where in the data, numbers as text; empty where it concerns the whole answer.</param>
/// <param name="RequiredAccess">For a refusal: what would be needed, in Shopify's words.</param>
internal sealed record ShopifyError(string? Code, IReadOnlyList<string> Path, string? RequiredAccess)
{
    public const string Throttled = "THROTTLED";
    public const string Internal = "INTERNAL_SERVER_ERROR";
    public const string Timeout = "TIMEOUT";
    public const string TooDear = "MAX_COST_EXCEEDED";
    public const string AccessDenied = "ACCESS_DENIED";

    /// <summary>A request of the same idempotency key is still being executed.</summary>
    public const string StillAtWork = "IDEMPOTENCY_CONCURRENT_REQUEST";

    /// <summary>A request of the same idempotency key came to nothing; the key is spent.</summary>
    public const string EarlierFailed = "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";

    /// <summary>True where a smaller page may help.</summary>
    public bool IsTooLarge => Code is TooDear or Timeout;

    public static ShopifyError Read(JsonElement error)
    {
        var extensions = error.Get("extensions");
        return new ShopifyError(
            extensions?.Text("code"),
            [.. error.Items("path").Select(step => step.AsText() ?? "")],
            extensions?.Text("requiredAccess"));
    }

    /// <summary>The index in a list of nodes that the error belongs to, and the field beneath it; null where it belongs to no single node.</summary>
    public (int Index, string Field)? Node
    {
        get
        {
            for (var i = 0; i + 1 < Path.Count; i++)
            {
                if (Path[i] == "nodes" && int.TryParse(Path[i + 1], out var index)) return (index, i + 2 < Path.Count ? Path[i + 2] : "");
            }

            return null;
        }
    }
}
