namespace PulpoSync.Sandbox.Shopify;

/// <summary>An entry of <c>extensions.search</c>: a search with something to warn about.</summary>
internal sealed record SearchReport(string Path, string Query, SearchNode Parsed, IReadOnlyList<SearchWarning> Warnings);

/// <summary>A part of a search that has no effect.</summary>
internal sealed record SearchWarning(string Field, string Message, string Code)
{
    public static SearchWarning UnknownField(string field) => new(field, "Invalid search field for this query.", "invalid_field");

    public static SearchWarning InvalidValue(string field, string value) => new(field, $"Input `{value}` is not an accepted value.", "invalid_value");
}
