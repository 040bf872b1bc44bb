using System.Text.Json;
using System.Text.Json.Serialization;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>
/// What was known before a label was asked for, kept until it is known what became of it: a shipment that the order did not have then is the label's, if there
/// is just one.
/// </summary>
/// <param name="Order">Billbee's id of the order.</param>
/// <param name="OrderNumber">The order's number for people.</param>
/// <param name="Parcels">Keys of the shipments that the order had (<see cref="BillbeeParcel.Key"/>).</param>
/// <param name="Others">Tracking numbers of our other boxes.</param>
internal sealed record LabelNote(string Order, string OrderNumber, IReadOnlyList<string> Parcels, IReadOnlyList<string> Others)
{
    /// <summary>The answer as far as it came; null: none came.</summary>
    public LabelAnswer? Answer { get; init; }

    /// <summary>What is noted before a label of a box is asked for.</summary>
    public static LabelNote Of(BillbeeOrderNow order, RecordRef reference) =>
        new(order.Id, order.Number, [.. order.Parcels.Select(parcel => parcel.Key)], reference.Others);

    /// <summary>Keeps it.</summary>
    public void Keep(IDocuments documents, RecordRef reference) =>
        documents.Put(NameOf(reference), JsonSerializer.SerializeToUtf8Bytes(this, LabelNoteJson.Default.LabelNote));

    /// <summary>The note about a box; null where there is none.</summary>
    public static LabelNote? Find(IDocuments documents, RecordRef reference) =>
        documents.Find(NameOf(reference)) is { } kept ? JsonSerializer.Deserialize(kept, LabelNoteJson.Default.LabelNote) : null;

    /// <summary>Deletes the note about a box.</summary>
    public static void Delete(IDocuments documents, RecordRef reference) => documents.Delete(NameOf(reference));

    /// <summary>Shipments that the order has got since, and that no other box of ours has.</summary>
    public IReadOnlyList<BillbeeParcel> New(BillbeeOrderNow order, RecordRef reference)
    {
        var others = Others.Concat(reference.Others).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. order.Parcels.Where(parcel => !Parcels.Contains(parcel.Key, StringComparer.Ordinal) && !others.Contains(parcel.TrackingNumber ?? ""))];
    }

    private static string NameOf(RecordRef reference) => $"label-before|{reference.SourceAccount}|{reference.SourceKey}";
}

// Generated writers make an empty file of none.
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LabelNote))]
internal sealed partial class LabelNoteJson : JsonSerializerContext;
