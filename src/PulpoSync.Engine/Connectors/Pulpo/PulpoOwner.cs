using System.Text.Json;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Whose an order is: its attributes name source account, order and part. That, not its number, makes it ours.</summary>
internal sealed record PulpoOwner(string Account, string Order, string Part)
{
    private const string AccountField = "source_account";
    private const string OrderField = "source_order";
    private const string PartField = "source_part";
    private const string LocationField = "source_location";

    /// <summary>Attributes that say so, added to those that are there.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Mark(RecordRef reference, Order order, JsonElement? existing)
    {
        var attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Object(existing) is { } there)
        {
            foreach (var property in there.EnumerateObject()) attributes[property.Name] = property.Value;
        }

        attributes[AccountField] = Text(reference.SourceAccount);
        attributes[OrderField] = Text(reference.SourceKey);
        attributes[PartField] = Text(reference.Part);
        attributes[LocationField] = Text(order.Delivery!.LocationKey);
        return attributes;
    }

    /// <summary>The owner that an order's attributes name; null where they name none.</summary>
    public static PulpoOwner? Of(PulpoOrder order) =>
        Object(order.Attributes) is { } there && Value(there, AccountField) is { } account && Value(there, OrderField) is { } key
            ? new PulpoOwner(account, key, Value(there, PartField) ?? "")
            : null;

    /// <summary>The source's key of the location that an order was made for; null where its attributes name none.</summary>
    public static string? LocationOf(PulpoOrder order) => Object(order.Attributes) is { } there ? Value(there, LocationField) : null;

    /// <summary>True where an order is the record that a reference means.</summary>
    public static bool IsOurs(PulpoOrder order, RecordRef reference) =>
        Of(order) == new PulpoOwner(reference.SourceAccount, reference.SourceKey, reference.Part);

    // Declared as text in PULPO's contract, an object in its examples.
    private static JsonElement? Object(JsonElement? attributes)
    {
        if (attributes is { ValueKind: JsonValueKind.Object }) return attributes;
        if (attributes is not { ValueKind: JsonValueKind.String } text) return null;
        try
        {
            using var document = JsonDocument.Parse(text.GetString()!);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Value(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, PulpoJson.Default.String);
}
