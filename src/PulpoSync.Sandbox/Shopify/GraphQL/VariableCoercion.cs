using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Reads the variables of a request by the types that the operation declares.</summary>
internal sealed class VariableCoercion(Schema schema)
{
    /// <summary>The value, or the problem and the place in the value where it is.</summary>
    public object? Coerce(JsonElement value, TypeRef type, List<object> path)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return type.IsNonNull ? throw Problem(path, "Expected value to not be null") : null;
        if (type.Element is { } element)
        {
            // A single value stands for a list of one.
            return value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().Select((item, i) => Inside(item, element, path, i)).ToList()
                : new List<object?> { Coerce(value, element, path) };
        }
        var named = schema[type.Name];
        return named.Kind switch
        {
            SchemaTypeKind.Input => CoerceInput(value, named, path),
            SchemaTypeKind.Enum => CoerceEnum(value, named, path),
            _ => CoerceScalar(value, named.Name) ?? throw Problem(path, $"Could not coerce value {value.GetRawText()} to {named.Name}"),
        };
    }

    private Dictionary<string, object?> CoerceInput(JsonElement value, SchemaType type, List<object> path)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Problem(path, $"Expected {value.GetRawText()} to be a key-value object.");
        foreach (var unknown in value.EnumerateObject().Where(p => !type.InputFields.ContainsKey(p.Name)))
            throw Problem([.. path, unknown.Name], $"Field is not defined on {type.Name}");
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.InputFields.Values)
        {
            if (value.TryGetProperty(field.Name, out var given)) result[field.Name] = Inside(given, field.Type, path, field.Name);
            else if (field.IsRequired) throw Problem([.. path, field.Name], "Expected value to not be null");
            else if (field.HasDefault) result[field.Name] = field.Default;
        }
        return result;
    }

    private static string CoerceEnum(JsonElement value, SchemaType type, List<object> path) =>
        value.ValueKind == JsonValueKind.String && type.EnumValues.Contains(value.GetString()!)
            ? value.GetString()!
            : throw Problem(path, $"Expected {value.GetRawText()} to be one of: {string.Join(", ", type.EnumValues)}");

    private static object? CoerceScalar(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("Int", JsonValueKind.Number) => value.TryGetInt32(out var number) ? number : null,
        ("Float", JsonValueKind.Number) => value.GetDouble(),
        ("Boolean", JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        ("ID", JsonValueKind.Number) => value.GetRawText(),
        ("Int" or "Float" or "Boolean", _) => null,
        (_, JsonValueKind.String) => value.GetString(),
        ("Decimal" or "Money" or "UnsignedInt64", JsonValueKind.Number) => value.GetRawText(),
        _ => null,
    };

    private object? Inside(JsonElement value, TypeRef type, List<object> path, object step)
    {
        path.Add(step);
        var result = Coerce(value, type, path);
        path.RemoveAt(path.Count - 1);
        return result;
    }

    private static VariableProblemException Problem(List<object> path, string explanation) => new([.. path], explanation);
}
