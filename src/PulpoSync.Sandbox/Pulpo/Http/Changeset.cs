using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>
/// Takes the known fields out of a body as the framework behind PULPO does: a field that is not sent keeps its value, unknown ones are ignored,
/// numbers may come as text, and what does not fit is noted in <see cref="Errors"/>.
/// </summary>
internal sealed class Changeset(JsonElement body, int maxLength)
{
    private readonly IReadOnlyList<string> _path = [];

    private Changeset(JsonElement body, int maxLength, IReadOnlyList<string> path, List<FieldError> errors) : this(body, maxLength)
    {
        _path = path;
        Errors = errors;
    }

    public List<FieldError> Errors { get; } = [];

    public void Fail(string field, string message) => Errors.Add(new FieldError([.. _path, field], message));

    /// <summary>Notes that a field which must have a value has none.</summary>
    public void Require(string field, object? value)
    {
        if (value is null && !Errors.Exists(e => e.Path.Count == _path.Count + 1 && e.Field == field)) Fail(field, FieldError.Blank);
    }

    /// <summary>A text; blanks around it count as nothing, so that an empty one is null.</summary>
    public string? Text(string field, string? current, bool unlimited = false)
    {
        if (!Sent(field, out var value)) return current;
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) return Refuse(field, current);
        var text = value.GetString()!;
        if (!unlimited && text.Length > maxLength)
            Fail(field, string.Create(CultureInfo.InvariantCulture, $"should be at most {maxLength} character(s)"));
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public long? Integer(string field, long? current)
    {
        if (!Sent(field, out var value)) return current;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,
            JsonValueKind.String when value.GetString() is { } text => text.Length == 0 ? null
                : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Refuse(field, current),
            _ => Refuse(field, current),
        };
    }

    public decimal? Number(string field, decimal? current)
    {
        if (!Sent(field, out var value)) return current;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
            JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => Refuse(field, current),
        };
    }

    public bool? Flag(string field, bool? current)
    {
        if (!Sent(field, out var value)) return current;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when value.GetString() is "true" or "1" => true,
            JsonValueKind.String when value.GetString() is "false" or "0" => false,
            _ => Refuse(field, current),
        };
    }

    public DateTime? Time(string field, DateTime? current)
    {
        if (!Sent(field, out var value)) return current;
        if (value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String && PulpoTime.Parse(value.GetString()!) is { } time ? time : Refuse(field, current);
    }

    /// <summary>An object, kept as it was sent.</summary>
    public JsonElement? Map(string field, JsonElement? current)
    {
        if (!Sent(field, out var value)) return current;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => value.Clone(),
            _ => Refuse(field, current),
        };
    }

    public IReadOnlyList<string> Texts(string field, IReadOnlyList<string> current)
    {
        if (!Sent(field, out var value)) return current;
        if (value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : Refuse(field, current);
    }

    /// <summary>The parts of a list, each read by <paramref name="read"/>; null when the list was not sent.</summary>
    public IReadOnlyList<TPart>? Parts<TPart>(string field, Func<Changeset, JsonElement, TPart> read)
    {
        if (!Sent(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Array) return Refuse(field, (IReadOnlyList<TPart>?)null);
        return [.. value.EnumerateArray().Select((part, i) => read(Within(part, [.. _path, field, i.ToString(CultureInfo.InvariantCulture)]), part))];
    }

    /// <summary>The changeset of an object within the body, or null when there is none.</summary>
    public Changeset? Part(string field) =>
        Sent(field, out var value) && value.ValueKind == JsonValueKind.Object ? Within(value, [.. _path, field]) : null;

    private Changeset Within(JsonElement part, IReadOnlyList<string> path) => new(part, maxLength, path, Errors);

    private bool Sent(string field, out JsonElement value)
    {
        value = default;
        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(field, out value);
    }

    private TValue Refuse<TValue>(string field, TValue current)
    {
        Fail(field, FieldError.Invalid);
        return current;
    }
}
