using System.Globalization;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Status;

/// <summary>
/// Status updates: what the shop's order is to carry of the warehouse's order. Everything is an update of an order that exists, and twice is as good as once;
/// only a state is told once, because the shop goes on from there.
/// </summary>
internal sealed class StatusFlow(StatusSettings settings, IKeyedHash hash, string fingerprint) : IFlow<OrderProgress>
{
    // One order of the warehouse is one record is one part.
    private const string Part = "";

    public string Fingerprint => fingerprint;

    public IReadOnlyList<string> Marks => settings.ImportedTag is { } tag ? [tag] : [];

    public string KeyOf(OrderProgress record) => record.Key;

    public string NumberOf(OrderProgress record) => record.Number;

    public string VersionOf(OrderProgress record) => record.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<OrderProgress> Plan(OrderProgress record, IReadOnlyList<LedgerRow> rows)
    {
        var row = rows.FirstOrDefault(row => row.Part == Part);
        if (record.Account != settings.Account) return Left(ReasonCodes.OtherAccount, $"The order is one of {record.Account}.");
        if (record.IsCancelled && row is not { IsAlive: true }) return Left(ReasonCodes.CancelledAtDestination, "Cancelled in the warehouse before the shop was told.");
        var toldStatus = row is { IsAlive: true } ? row.Held : null;
        var status = record.IsPacked && settings.PackedStatus is { } packed ? packed : toldStatus;
        var mark = new OrderMark(settings.ImportedTag, settings.LotsToNote ? LotText.Of(record.Batches) : null, status == toldStatus ? null : status);
        if (mark is { Tag: null, NoteLine: null, Status: null }) return row is { IsAlive: true } ? Unchanged : NothingYet();
        var content = hash.Of(Encoding.UTF8.GetBytes($"{mark.Tag}\n{mark.NoteLine}{(status is null ? "" : $"\n{status}")}"));
        if (row is { IsAlive: true } && row.Hash == content) return Unchanged;
        var told = new[]
        {
            mark.Status is null ? null : $"state {mark.Status}", mark.Tag is null ? null : $"tag {mark.Tag}", mark.NoteLine is null ? null : "lots and serial numbers",
        }.OfType<string>();
        return new Plan<OrderProgress>
        {
            Writes =
            [
                new PlannedWrite<OrderProgress>(
                    Part, 1, record.Number, WriteOperation.Update, record with { Mark = mark }, content, status, $"{string.Join(", ", told)}."),
            ],
        };
    }

    private static Plan<OrderProgress> Unchanged { get; } = Only(new Decision(Part, OutcomeKind.Unchanged, null, null, "The shop's order carries exactly this."));

    // Packing changes the order, and a change is read without being waited for.
    private Plan<OrderProgress> NothingYet() => settings.PackedStatus is null
        ? Left(ReasonCodes.NothingToTell, "No lots or serial numbers were packed.")
        : Left(ReasonCodes.NotPacked, "The shop's order is not packed as a whole yet.");

    private static Plan<OrderProgress> Left(string reason, string message) => Only(new Decision(Part, OutcomeKind.Skipped, LedgerState.Skipped, reason, message));

    private static Plan<OrderProgress> Only(Decision decision) => new() { Decisions = [decision] };
}
