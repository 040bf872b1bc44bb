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

    /// <summary>True for an order that is to be shipped; false for a sale over the counter, which has no parts: its goods left before it was made.</summary>
    public bool IsDelivery => Part.Length > 0;

    /// <summary>Attributes that say so, added to those that are there.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Mark(RecordRef reference, Order order, JsonElement? existing)
    {
        var attributes = PulpoAttributes.Copy(existing);
        attributes[AccountField] = PulpoAttributes.Text(reference.SourceAccount);
        attributes[OrderField] = PulpoAttributes.Text(reference.SourceKey);
        attributes[PartField] = PulpoAttributes.Text(reference.Part);
        attributes[LocationField] = PulpoAttributes.Text(order.Delivery!.LocationKey);
        return attributes;
    }

    /// <summary>The owner that an order's attributes name; null where they name none.</summary>
    public static PulpoOwner? Of(PulpoOrder order) =>
        PulpoAttributes.Object(order.Attributes) is { } there && PulpoAttributes.Value(there, AccountField) is { } account && PulpoAttributes.Value(there, OrderField) is { } key
            ? new PulpoOwner(account, key, PulpoAttributes.Value(there, PartField) ?? "")
            : null;

    /// <summary>The source's key of the location that an order was made for; null where its attributes name none.</summary>
    public static string? LocationOf(PulpoOrder order) => PulpoAttributes.Object(order.Attributes) is { } there ? PulpoAttributes.Value(there, LocationField) : null;

    /// <summary>True where an order is the record that a reference means.</summary>
    public static bool IsOurs(PulpoOrder order, RecordRef reference) =>
        Of(order) == new PulpoOwner(reference.SourceAccount, reference.SourceKey, reference.Part);
}
