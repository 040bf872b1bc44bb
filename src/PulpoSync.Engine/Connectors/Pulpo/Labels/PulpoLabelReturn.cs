using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>
/// Brings to a box what became of its label. The box is read before it is written to, so that what was done already is left as it is, whatever was lost on the way.
/// </summary>
internal sealed class PulpoLabelReturn(PulpoTrackings trackings, PulpoLabelUpload upload, IDocuments documents)
{
    /// <summary>Tells a box of its label, or of the reason why it has none. Any other outcome is nothing to tell.</summary>
    public Task TellAsync(RecordRef reference, WriteResult result, CancellationToken cancellationToken) => (PulpoBoxKey.Of(reference.SourceKey), result) switch
    {
        (null, _) => Task.CompletedTask,
        ({ } box, { Status: WriteStatus.Done }) => LabelAsync(box, reference, cancellationToken),
        ({ } box, { Status: WriteStatus.Refused, Failure: { } failure }) => ReasonAsync(box, reference, failure, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task LabelAsync(PulpoBoxKey box, RecordRef reference, CancellationToken cancellationToken)
    {
        // The document is deleted last: without it everything has arrived.
        if (LabelDocument.Find(documents, reference) is not { } label) return;
        var there = await trackings.OfAsync(box, reference.Number, cancellationToken).ConfigureAwait(false);
        if (!there.Any(entry => IsOf(entry, label)))
        {
            await trackings.WriteAsync(box, reference.Number, there.FirstOrDefault(entry => entry.HasFailed), Body(label), cancellationToken).ConfigureAwait(false);
        }

        await upload.UploadAsync(box, reference.Number, label, cancellationToken).ConfigureAwait(false);
        LabelDocument.Delete(documents, reference);
    }

    private async Task ReasonAsync(PulpoBoxKey box, RecordRef reference, Failure failure, CancellationToken cancellationToken)
    {
        var text = Fit(failure.Message)!;
        var there = await trackings.OfAsync(box, reference.Number, cancellationToken).ConfigureAwait(false);
        // A box with a number has its label from somewhere: an error beside it would only mislead.
        if (there.Any(entry => !string.IsNullOrWhiteSpace(entry.TrackingCode)) || there.Any(entry => entry.ErrorMessage == text)) return;
        var body = new PulpoTrackingBody { ErrorMessage = text, RequiresAttention = true };
        await trackings.WriteAsync(box, reference.Number, there.FirstOrDefault(entry => entry.HasFailed), body, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsOf(PulpoTracking entry, LabelDocument label) =>
        string.Equals(entry.TrackingCode?.Trim(), label.TrackingNumber.Trim(), StringComparison.OrdinalIgnoreCase);

    private static PulpoTrackingBody Body(LabelDocument label) => new()
    {
        CarrierCode = Fit(label.Carrier),
        TrackingCode = label.TrackingNumber.Trim(),
        // Half an address leads nowhere.
        TrackingUrl = label.TrackingUrl?.Length > PulpoAssumptions.SafeTextLength ? null : label.TrackingUrl,
    };

    private static string? Fit(string? text) =>
        text?.Length > PulpoAssumptions.SafeTextLength ? PulpoText.Whole(text, PulpoAssumptions.SafeTextLength) : text;
}
