namespace PulpoSync.Sandbox.Shopify;

/// <summary>A part of a search that has no effect.</summary>
internal sealed record SearchWarning(string Field, string Message, string Code)
{
    public static SearchWarning UnknownField(string field) => new(field, "Invalid search field for this query.", "invalid_field");

    public static SearchWarning InvalidValue(string field, string value) => new(field, $"Input `{value}` is not an accepted value.", "invalid_value");
}
