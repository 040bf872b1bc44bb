using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// Reads <c>errors</c> in every form that it may have: a map or a list of maps, values as text, list or map again. PULPO's own texts stay inside, because
/// they may quote what was sent.
/// </summary>
internal static class PulpoErrors
{
    private const int MostShown = 5;

    /// <summary>The errors of an answer; empty where it holds none.</summary>
    public static IReadOnlyList<PulpoError> Read(HttpReply reply)
    {
        using var document = JsonBody.TryParse(reply);
        return document is { RootElement.ValueKind: JsonValueKind.Object } && document.RootElement.TryGetProperty("errors", out var errors) ? Read(errors) : [];
    }

    /// <summary>The errors of one <c>errors</c> value.</summary>
    public static IReadOnlyList<PulpoError> Read(JsonElement errors)
    {
        var found = new List<PulpoError>();
        Collect(errors, "", found);
        return found;
    }

    /// <summary>The refusal of one record.</summary>
    /// <param name="what">The record for people, such as <c>order 4711</c>.</param>
    /// <param name="errors">What PULPO says.</param>
    public static Failure Refusal(string what, IReadOnlyList<PulpoError> errors) => errors.Count == 0
        ? new Failure(FailureKind.Data, "FieldRefused", $"PULPO refuses {what} without saying why.")
        : new Failure(FailureKind.Data, $"Field{errors[0].Code}", $"PULPO refuses {what}: {string.Join("; ", errors.Take(MostShown))}.");

    private static void Collect(JsonElement element, string path, List<PulpoError> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Collect(property.Value, path.Length == 0 ? Tidy(property.Name) : $"{path}.{Tidy(property.Name)}", found);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Collect(item, path, found);
                break;
            case JsonValueKind.String:
                var error = Reduce(path.Length == 0 ? "the request" : path, element.GetString()!);
                if (!found.Contains(error)) found.Add(error);
                break;
        }
    }

    private static PulpoError Reduce(string field, string text)
    {
        foreach (var (known, code, meaning) in PulpoAssumptions.Refusals)
        {
            if (text.Contains(known, StringComparison.OrdinalIgnoreCase)) return new PulpoError(field, code, meaning);
        }

        return new PulpoError(field, "Refused", "is refused");
    }

    private static string Tidy(string name)
    {
        var tidy = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_').Take(40));
        return tidy.Length == 0 ? "field" : tidy;
    }
}
