using System.Text.Json;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>Reads the properties of one JSON object; every error names the JSON path and what would be right.</summary>
internal sealed class JsonObjectReader
{
    private readonly JsonElement _element;

    /// <param name="element">The object.</param>
    /// <param name="path">Its JSON path.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.ImportInvalid"/>: it is no object.</exception>
    public JsonObjectReader(JsonElement element, string path)
    {
        if (element.ValueKind is not JsonValueKind.Object) throw Invalid(path, $"must be an object, not {Word(element.ValueKind)}");
        _element = element;
        Path = path;
        if (All.GroupBy(property => property.Name).FirstOrDefault(same => same.Skip(1).Any()) is { } twice) throw Invalid(PathOf(twice.Key), "is there twice");
    }

    public string Path { get; }

    public IEnumerable<(string Name, JsonElement Value, string Path)> All =>
        _element.EnumerateObject().Select(property => (property.Name, property.Value, PathOf(property.Name)));

    /// <summary>The first property that is not among the known ones; null where all are.</summary>
    public PulpoSyncException? Unknown(params string[] known)
    {
        var unknown = All.Select(property => property.Name).FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal));
        return unknown is null ? null : Invalid(PathOf(unknown), $"is unknown. Known here: {string.Join(", ", known)}");
    }

    public string RequiredText(string name) =>
        Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Invalid(PathOf(name), "is missing");

    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    public bool? Switch(string name) => Find(name, JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public int? Number(string name) => Find(name, JsonValueKind.Number) is not { } value ? null
        : value.TryGetInt32(out var number) ? number
        : throw Invalid(PathOf(name), "must be a whole number");

    public JsonObjectReader? Object(string name) => Find(name, JsonValueKind.Object) is { } value ? new JsonObjectReader(value, PathOf(name)) : null;

    public IEnumerable<(JsonElement Value, string Path)> Array(string name) =>
        Find(name, JsonValueKind.Array) is { } value ? value.EnumerateArray().Select((item, i) => (item, $"{PathOf(name)}[{i}]")) : [];

    public static PulpoSyncException Invalid(string path, string whatIsWrong) => new(ErrorIds.ImportInvalid, $"{path} {whatIsWrong}.", path);

    public static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        _ => $"{(kind is JsonValueKind.Object ? "an" : "a")} {kind.ToString().ToLowerInvariant()}",
    };

    private JsonElement? Find(string name, params JsonValueKind[] kinds)
    {
        if (!_element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        return kinds.Contains(value.ValueKind) ? value : throw Invalid(PathOf(name), $"must be {Word(kinds[0])}, not {Word(value.ValueKind)}");
    }

    private string PathOf(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? $"{Path}.{name}" : $"{Path}['{name}']";
}
