using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows;

/// <summary>What one type of integration does with a record. Pure: it plans, the run carries out. One instance serves one run.</summary>
public interface IFlow<TRecord>
{
    /// <summary>The source's key of a record.</summary>
    string KeyOf(TRecord record);

    /// <summary>The source's number of a record, for people.</summary>
    string NumberOf(TRecord record);

    /// <summary>Changes whenever the source's record changes; mostly the time of its last change.</summary>
    string VersionOf(TRecord record);

    /// <summary>Changes when settings or places change that could let a skipped record through.</summary>
    string Fingerprint { get; }

    /// <summary>
    /// Decides what is to be done with a record now, given what the ledger knows of it. Called again with the new rows after the writes are done,
    /// until <see cref="Plan{TRecord}.IsFinal"/>.
    /// </summary>
    Plan<TRecord> Plan(TRecord record, IReadOnlyList<LedgerRow> rows);

    /// <summary>
    /// What a record asks for and its destination does not know of, given what the ledger holds after this run's writes. Null: records of this type ask
    /// for nothing that anybody else would have to reckon with.
    /// </summary>
    IReadOnlyList<Outstanding>? Outstanding(TRecord record, IReadOnlyList<LedgerRow> rows) => null;

    /// <summary>Keys of the source's places whose records this flow has a use for; null: all.</summary>
    IReadOnlyCollection<string>? Places => null;

    /// <summary>What is to be told once a run about settings and places, whatever the records: code and sentence.</summary>
    IReadOnlyList<(string Code, string Message)> Notices => [];

    /// <summary>
    /// Numbers of records whose plan depends on more than the record, and are planned again in each run although neither side has touched them.
    /// </summary>
    IReadOnlyCollection<string> Unsteady => [];

    /// <summary>Texts that this flow puts onto records of the destination's account (tags), remembered before the first is written.</summary>
    IReadOnlyList<string> Marks => [];

    /// <summary>
    /// Takes over what the destination itself says it holds when it refused a change. Needed after a crash in the middle of an update: our own note
    /// may be older than what the destination has.
    /// </summary>
    LedgerRow Learn(LedgerRow row, WriteResult refusal) => row;

    /// <summary>The number at the destination from which those of a record's parts are made; null: nothing of this type is recalled after a restore.</summary>
    string? BaseNumberOf(TRecord record) => null;

    /// <summary>Completes the row of a part that the destination has and a restored store had forgotten.</summary>
    /// <param name="record">Record.</param>
    /// <param name="row">Row, with what is the same for all types.</param>
    /// <param name="part">What the destination has of it.</param>
    /// <param name="parts">All that it has of the record.</param>
    LedgerRow Remember(TRecord record, LedgerRow row, Recalled part, IReadOnlyList<Recalled> parts) => row;
}
