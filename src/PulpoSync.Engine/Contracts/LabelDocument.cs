using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Contracts;

/// <summary>
/// A label that was made and has still to reach the box. Whoever makes it keeps it under the box's reference before anything else; whoever brings it to the box
/// deletes it last.
/// </summary>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="TrackingUrl">Where the parcel can be followed; null: nobody says.</param>
/// <param name="Carrier">Name of the carrier; null: nobody says.</param>
/// <param name="Pdf">The label itself; null where it was found again after its file was lost.</param>
public sealed record LabelDocument(string TrackingNumber, string? TrackingUrl, string? Carrier, byte[]? Pdf)
{
    /// <summary>Keeps it.</summary>
    public void Keep(IDocuments documents, RecordRef reference) =>
        documents.Put(NameOf(reference), JsonSerializer.SerializeToUtf8Bytes(this, LabelJson.Default.LabelDocument));

    /// <summary>The label of a box; null where none is kept.</summary>
    public static LabelDocument? Find(IDocuments documents, RecordRef reference) =>
        documents.Find(NameOf(reference)) is { } kept ? JsonSerializer.Deserialize(kept, LabelJson.Default.LabelDocument) : null;

    /// <summary>Deletes the label of a box.</summary>
    public static void Delete(IDocuments documents, RecordRef reference) => documents.Delete(NameOf(reference));

    private static string NameOf(RecordRef reference) => $"label|{reference.SourceAccount}|{reference.SourceKey}";
}

// Generated writers make an empty file of none.
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(LabelDocument))]
internal sealed partial class LabelJson : JsonSerializerContext;
