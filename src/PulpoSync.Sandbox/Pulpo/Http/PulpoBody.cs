using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Bodies as PULPO takes them: JSON, or a form where its contract declares one.</summary>
internal static class PulpoBody
{
    /// <exception cref="JsonException">The body is neither.</exception>
    public static JsonElement Read(SandboxRequest request)
    {
        if (request.Body.IsEmpty) return default;
        if (request.Http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            var fields = QueryHelpers.ParseQuery(request.BodyText).ToDictionary(f => f.Key, f => f.Value.ToString());
            return JsonSerializer.SerializeToElement(fields);
        }
        using var document = JsonDocument.Parse(request.Body);
        return document.RootElement.Clone();
    }
}
