using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// Settles writes whose process died or whose outcome stayed unknown: a create is looked for at the destination and adopted, or made again later under
/// the same number; an update or cancel is simply done again, because its content is absolute, and once more when the first one can no longer arrive.
/// </summary>
/// <param name="scope">What all parts of the run share.</param>
/// <param name="destination">Destination.</param>
/// <param name="acknowledges">True where the source wants to be told of what is found; it is told when the record has been read again.</param>
/// <param name="lease">Lease.</param>
/// <param name="runId">Run.</param>
/// <param name="tally">Counts.</param>
internal sealed class Recovery<TRecord>(
    RunScope scope, IDestination<TRecord> destination, bool acknowledges, LeaseKeeper lease, long runId, Tally tally)
{
    private const int BatchSize = 200;

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (scope.Store.Pending(scope.RouteId, BatchSize) is { Count: > 0 } rows)
        {
            await WaitForTheWireAsync(rows, cancellationToken).ConfigureAwait(false);
            var creates = rows.Where(IsCreate).ToList();
            var found = creates.Count == 0 ? [] : await destination.FindAsync(creates.ConvertAll(scope.Ref), cancellationToken).ConfigureAwait(false);
            var settled = creates.Zip(found, Created).Concat(rows.Where(row => !IsCreate(row)).Select(Redo)).ToList();
            Commit(settled);
            foreach (var (row, outcome) in settled.Where(item => item.Outcome is not null))
            {
                await scope.Emit(new RecordSettled(
                    scope.Name, scope.Now, row.Number, row.SourceKey, row.Part, outcome!.Kind, outcome.Reason, outcome.Message)).ConfigureAwait(false);
            }
        }
    }

    // A create that an earlier call has carried out is there for certain, and is brought to its content as an update is.
    private static bool IsCreate(LedgerRow row) => row is { Operation: WriteOperation.Create, DestinationId: null };

    // A destination that does not itself refuse a second record of the same number may still be working on the dead process's request.
    private Task WaitForTheWireAsync(IReadOnlyList<LedgerRow> rows, CancellationToken cancellationToken)
    {
        if (scope.DestinationSpec.UniqueNumbers || !rows.Any(IsCreate)) return Task.CompletedTask;
        var quiet = rows.Max(QuietAt) - scope.Now;
        return quiet > TimeSpan.Zero ? Task.Delay(quiet, scope.Time, cancellationToken) : Task.CompletedTask;
    }

    private (LedgerRow Row, RunOutcome? Outcome) Created(LedgerRow row, Found found) => found.Kind switch
    {
        FoundKind.Ours => Adopted(row, found),
        FoundKind.Foreign => Foreign(row, found),
        FoundKind.Unclear => Unclear(row, scope.Clean(found.Failure!)),
        // Not there: read again in this run and made under the number that was kept for it.
        _ => (row with { State = LedgerState.Waiting, Reason = ReasonCodes.Recovered, TriedHash = null, ChangedAt = scope.Now }, null),
    };

    private (LedgerRow Row, RunOutcome? Outcome) Adopted(LedgerRow row, Found found)
    {
        var next = row with
        {
            State = LedgerState.Written, DestinationId = found.Id, Hash = row.TriedHash, TriedHash = null, Attempts = 0, Reason = null, Message = null,
            NextTryAt = null, AcknowledgementDue = acknowledges, ChangedAt = scope.Now,
        };
        return (next, new RunOutcome(
            row.SourceKey, row.Part, row.Number, OutcomeKind.Created, ReasonCodes.Recovered, $"{row.Number} was found at the destination after an interruption."));
    }

    private (LedgerRow Row, RunOutcome? Outcome) Foreign(LedgerRow row, Found found)
    {
        var message = $"The number {row.Number} is taken at the destination by something that is not ours ({found.BelongsTo}).";
        var next = row with
        {
            State = LedgerState.Parked, Reason = ReasonCodes.OrderNumberTaken, Message = message, Attempts = row.Attempts + 1,
            NextTryAt = scope.Now + Backoff.After(row.Attempts + 1), ChangedAt = scope.Now,
        };
        return (next, new RunOutcome(row.SourceKey, row.Part, row.Number, OutcomeKind.Failed, ReasonCodes.OrderNumberTaken, message) { NewlyParked = true });
    }

    // Without a time of its own: it comes back in each run, and the flow sees whether a person has settled it.
    private (LedgerRow Row, RunOutcome? Outcome) Unclear(LedgerRow row, Failure failure)
    {
        var next = row with
        {
            State = LedgerState.Parked, Reason = failure.Code, Message = failure.Message, NextTryAt = null, AcknowledgementDue = acknowledges, ChangedAt = scope.Now,
        };
        return (next, new RunOutcome(row.SourceKey, row.Part, row.Number, OutcomeKind.Failed, failure.Code, failure.Message) { NewlyParked = true });
    }

    // Waiting brings it back in this run; without a hash it counts as different and is written again. Until the wire is quiet the older request may still
    // overtake that one (Settlement).
    private (LedgerRow Row, RunOutcome? Outcome) Redo(LedgerRow row) => (
        row with
        {
            State = LedgerState.Waiting, Hash = null, TriedHash = null, Reason = ReasonCodes.Recovered, NextTryAt = QuietAt(row), ChangedAt = scope.Now,
        },
        null);

    private DateTimeOffset QuietAt(LedgerRow row) => row.ChangedAt + scope.DestinationSpec.LongestCall;

    private void Commit(List<(LedgerRow Row, RunOutcome? Outcome)> settled)
    {
        var outcomes = settled.Select(item => item.Outcome).OfType<RunOutcome>().ToList();
        foreach (var outcome in outcomes) tally.Add(outcome);
        scope.Store.Commit(new PageCommit
        {
            RunId = runId, IntegrationId = scope.OwnerId, Lease = lease.Current, Rows = settled.ConvertAll(item => item.Row), Outcomes = outcomes,
            Counts = tally.Counts,
        });
    }
}
