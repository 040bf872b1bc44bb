using System.Globalization;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Labels;

/// <summary>
/// Labels: each packed box that wants one gets one, once. A label costs money and cannot be taken back, so it is never made anew for other content, nor where
/// an earlier one may exist; only a person who has looked may ask for that.
/// </summary>
internal sealed class LabelFlow(LabelSettings settings, IKeyedHash hash, string fingerprint, bool recreate) : IFlow<PackedBox>
{
    // One box is one record is one part.
    private const string Part = "";

    public string Fingerprint => fingerprint;

    public string KeyOf(PackedBox record) => record.Key;

    public string NumberOf(PackedBox record) => record.Number;

    public string VersionOf(PackedBox record) => record.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<PackedBox> Plan(PackedBox record, IReadOnlyList<LedgerRow> rows)
    {
        var row = rows.FirstOrDefault(row => row.Part == Part);
        // What is in flight is settled by the next run.
        if (row is { State: LedgerState.Pending }) return Kept(row);
        if (record.Account != settings.Account) return MayExist(row) ? Kept(row!) : Left(ReasonCodes.OtherAccount, $"The order is one of {record.Account}.");
        if (row is { IsAlive: true }) return record.State is PackingState.Cancelled ? TakenBack(record) : Unchanged;
        // Whatever label was looked for: now it is there.
        if (record.TrackingNumbers.Count > 0) return Left(ReasonCodes.LabelledAlready, $"The box has {string.Join(", ", record.TrackingNumbers)} already.");
        if (MayExist(row) && !recreate) return Kept(row!);
        if (record.State is PackingState.Cancelled) return Left(ReasonCodes.PackingCancelled, "The warehouse has taken the goods back.");
        if (record.State is PackingState.Open) return NotPacked;
        if (!record.WantsLabel) return Left(ReasonCodes.LabelNotWanted, $"The warehouse fetches no labels for the shipping method \"{record.ShippingMethod}\".");
        return settings.Choose(record.ShippingMethod) is { } choice
            ? Make(record, choice)
            : Left(ReasonCodes.NoLabelChoice, LabelSettings.NoChoice(record.ShippingMethod));
    }

    /// <summary>
    /// True where a label was asked for and nobody can say that there is none: no clear answer came, or the box had a number since, which is gone again.
    /// </summary>
    private static bool MayExist(LedgerRow? row) => row is { State: LedgerState.Cancelled or LedgerState.Written }
        or
        {
            Operation: not null, State: LedgerState.Parked or LedgerState.Skipped,
            Reason: ReasonCodes.LabelUnclear or ReasonCodes.OutcomeUnknown or ReasonCodes.LabelledAlready,
        };

    private Plan<PackedBox> Make(PackedBox record, LabelChoice choice) => new()
    {
        Writes =
        [
            new PlannedWrite<PackedBox>(
                Part, 1, record.Number, WriteOperation.Create, record with { Label = choice }, ContentOf(record, choice), null, $"A label {choice} for the box."),
        ],
    };

    // What a refusal may have been about: with other content it is tried again before its time.
    private string ContentOf(PackedBox box, LabelChoice choice) => hash.Of(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{choice.Provider}\n{choice.Product}\n{box.Weight}\n{box.Length}\n{box.Width}\n{box.Height}")));

    private static Plan<PackedBox> Kept(LedgerRow row) => Only(new Decision(
        Part, row.State is LedgerState.Parked or LedgerState.Pending ? OutcomeKind.Parked : OutcomeKind.Skipped, null, row.Reason,
        row.Message ?? "It is not known yet whether the label was made; the next run looks."));

    private static Plan<PackedBox> Unchanged { get; } = Only(new Decision(Part, OutcomeKind.Unchanged, null, null, "The box has its label."));

    private static Plan<PackedBox> NotPacked { get; } =
        Only(new Decision(Part, OutcomeKind.Skipped, LedgerState.Waiting, ReasonCodes.NotPacked, "The box is not packed yet."));

    private static Plan<PackedBox> Left(string reason, string message) => Only(new Decision(Part, OutcomeKind.Skipped, LedgerState.Skipped, reason, message));

    private static Plan<PackedBox> TakenBack(PackedBox record) => Only(
        new Decision(
            Part, OutcomeKind.Skipped, null, ReasonCodes.CancelledAfterTelling,
            $"The packing of {record.Number} was cancelled after its label had been made. Cancel the label at the carrier if the box does not leave.")
        {
            WarnOnceFor = ReasonCodes.CancelledAfterTelling,
        });

    private static Plan<PackedBox> Only(Decision decision) => new() { Decisions = [decision] };
}
