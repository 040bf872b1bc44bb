namespace PulpoSync.Engine.Contracts;

/// <summary>The identity of a record at a destination: what "ours" means.</summary>
/// <param name="SourceAccount">Account of the source system, such as <c>shopify:acme.myshopify.com</c>.</param>
/// <param name="SourceKey">The source's key of the record.</param>
/// <param name="Part">Which part of it (location and generation); empty where a record is not split.</param>
/// <param name="Number">Number at the destination.</param>
/// <param name="DestinationId">The destination's own id, once known.</param>
/// <param name="Held">The flow's own note on what the destination holds; a flow may say there where to look (the order that a return belongs to).</param>
public sealed record RecordRef(string SourceAccount, string SourceKey, string Part, string Number, string? DestinationId = null, string? Held = null)
{
    /// <summary>True where an earlier create may have been executed without our knowing its result.</summary>
    public bool InDoubt { get; init; }

    /// <summary>
    /// The destination's ids of other records of ours under the same number, where the destination does not keep numbers unique: what stands there is not
    /// this record, however much it looks like it.
    /// </summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
