using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Runs;

/// <summary>What all parts of one run share.</summary>
internal sealed record RunScope
{
    // For so long after a restore a record that is made may have been made before: long enough for what waits for its tracking, or was parked.
    private static readonly TimeSpan MemoryGap = TimeSpan.FromDays(30);

    /// <summary>Integration.</summary>
    public required StoredIntegration Integration { get; init; }
    /// <summary>All integrations of the route, for the names of owners.</summary>
    public required IReadOnlyList<StoredIntegration> Peers { get; init; }
    /// <summary>What the host asked for.</summary>
    public required StartRequest Request { get; init; }
    /// <summary><c>manual</c>, <c>recurring</c>, <c>daily</c> or <c>preview</c>.</summary>
    public required string Trigger { get; init; }
    /// <summary>Route.</summary>
    public required long RouteId { get; init; }
    /// <summary>Name of the source's credential, for messages.</summary>
    public required string SourceCredential { get; init; }
    /// <summary>Name of the destination's credential, for messages.</summary>
    public required string DestinationCredential { get; init; }
    /// <summary>Account of the source: part of what "ours" means at the destination.</summary>
    public required string SourceAccount { get; init; }
    /// <summary>Account of the destination.</summary>
    public required string DestinationAccount { get; init; }
    /// <summary>The source's description.</summary>
    public required ConnectorSpec SourceSpec { get; init; }
    /// <summary>The destination's description.</summary>
    public required ConnectorSpec DestinationSpec { get; init; }
    /// <summary>Settings with defaults.</summary>
    public required SettingBag Settings { get; init; }
    /// <summary>Source keys of records that the ledger knows under a number, as people read it in our own lists.</summary>
    public required Func<string, IReadOnlyList<string>> KnownKeys { get; init; }
    /// <summary>Store.</summary>
    public required IRunStore Store { get; init; }
    /// <summary>When a backup was last put into the store's place; null: never.</summary>
    public DateTimeOffset? StoreRestoredAt { get; init; }
    /// <summary>Hashes with the store's key.</summary>
    public required IKeyedHash Hash { get; init; }
    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }
    /// <summary>Takes secrets out of messages.</summary>
    public required Redactor Redactor { get; init; }
    /// <summary>Takes events; waits while the host is busy, so that memory stays flat.</summary>
    public required Func<RunEvent, ValueTask> Emit { get; init; }

    /// <summary>Name of the integration.</summary>
    public string Name => Integration.Name;
    /// <summary>The integration's id.</summary>
    public long OwnerId => Integration.Id;
    /// <summary>Now.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();
    /// <summary>True where nothing may be written.</summary>
    public bool IsPreview => Request.Preview;
    /// <summary>True where parked records are tried before their time.</summary>
    public bool RetryNow => Request.RetryFailed || Request.Records.Count > 0;

    /// <summary>Tells what goes on.</summary>
    public ValueTask DetailAsync(string message) => Emit(new RunDetail(Name, Now, message));

    /// <summary>A failure whose message may be kept and shown.</summary>
    public Failure Clean(Failure failure) => failure with { Message = Redactor.Clean(failure.Message) };

    /// <summary>A row for a part that the ledger does not know yet.</summary>
    public LedgerRow NewRow(string key, string part) => new()
    {
        SourceKey = key, Part = part, State = LedgerState.Pending, OwnerId = OwnerId, FirstSeenAt = Now, ChangedAt = Now,
    };

    /// <summary>A reference to a row's record at the destination.</summary>
    public RecordRef Ref(LedgerRow row) => new(SourceAccount, row.SourceKey, row.Part, row.Number, row.DestinationId, row.Held)
    {
        InDoubt = row is { Operation: WriteOperation.Create } && (row.Reason is ReasonCodes.Recovered or ReasonCodes.OutcomeUnknown || MayBeForgotten(row)),
    };

    // What was made after the backup is not in it. Who asks for another label has looked.
    private bool MayBeForgotten(LedgerRow row) => IsForgetful && row.Reason is not ReasonCodes.LabelUnclear;

    /// <summary>True for some time after a restore: what happened after the backup may be at the destination without a row.</summary>
    public bool IsForgetful => Now < StoreRestoredAt + MemoryGap;

    /// <summary>References to the records of some rows; where numbers are not unique, with what else of ours goes by them.</summary>
    public IReadOnlyList<RecordRef> Refs(IReadOnlyList<LedgerRow> rows)
    {
        if (DestinationSpec.UniqueNumbers) return [.. rows.Select(Ref)];
        var keys = Store.KeysOfNumbers(RouteId, [.. rows.Select(row => row.Number).Distinct(StringComparer.Ordinal)]);
        var there = Store.Rows(RouteId, keys).Values.SelectMany(known => known).Where(row => row.DestinationId is not null)
            .ToLookup(row => row.Number, StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => Ref(row) with
            {
                Others = [.. there[row.Number].Where(other => (other.SourceKey, other.Part) != (row.SourceKey, row.Part)).Select(other => other.DestinationId!)],
            }),
        ];
    }
}
