using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// For some time after a restore: what a destination has of a record, and the ledger knows nothing of, gets its rows back before anything is written. From then on
/// it is changed, withdrawn and counted like everything else, and nothing is made beside it.
/// </summary>
internal sealed class Memory<TRecord>(RunScope scope, IFlow<TRecord> flow, IRecall destination)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Recalls what was forgotten of some records that were planned.</summary>
    /// <returns>Those that have to be planned again.</returns>
    public async Task<IReadOnlyList<RecordWork<TRecord>>> RecallAsync(IReadOnlyList<RecordWork<TRecord>> works)
    {
        var asked = works.Where(MayBeForgotten).Where(work => _asked.Add(work.Key)).ToDictionary(work => work.Key, StringComparer.Ordinal);
        if (asked.Count == 0) return [];
        var records = asked.Values.Select(work => (work.Key, flow.BaseNumberOf(work.Record)!)).ToList();
        var found = await destination.RecallAsync(scope.SourceAccount, records, CancellationToken.None).ConfigureAwait(false);
        return [.. found.GroupBy(there => there.SourceKey, StringComparer.Ordinal).Select(there => Remember(asked[there.Key], [.. there])).OfType<RecordWork<TRecord>>()];
    }

    // What begins may have begun before; what is nowhere may be there all the same, unless another integration of the route may have made it: that one finds it.
    private bool MayBeForgotten(RecordWork<TRecord> work) => flow.BaseNumberOf(work.Record) is not null
        && (work.Plan!.Writes.Any(write => write.Operation is WriteOperation.Create) || (IsAlone && !work.Rows.Any(row => row.IsAlive)));

    private bool IsAlone => scope.Peers.All(peer => peer.Id == scope.OwnerId || peer.Daily is not null);

    private RecordWork<TRecord>? Remember(RecordWork<TRecord> work, List<Recalled> there)
    {
        var forgotten = there.FindAll(part => work.Row(part.Part) is not ({ IsAlive: true } or { State: LedgerState.Cancelled }));
        if (forgotten.Count == 0) return null;
        // What is known of the other parts is as old as the backup.
        foreach (var row in work.Rows.Where(row => row.IsAlive)) work.Set(row with { Hash = null });
        foreach (var part in forgotten) work.Set(flow.Remember(work.Record, Row(work, part), part, there));
        return work;
    }

    private LedgerRow Row(RecordWork<TRecord> work, Recalled part) => (work.Row(part.Part) ?? scope.NewRow(work.Key, part.Part)) with
    {
        State = part.IsCancelled ? LedgerState.Cancelled : LedgerState.Written, OwnerId = scope.OwnerId, Number = part.Number, DestinationId = part.Id,
        Operation = WriteOperation.Create, Hash = null, TriedHash = null, Locked = false, Reason = null, Message = null, Fingerprint = null, Attempts = 0,
        NextTryAt = null, ChangedAt = scope.Now,
    };
}
