using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>One record on its way through a page: its rows as they change, and what became of its parts.</summary>
internal sealed class RecordWork<TRecord>(TRecord record, string key, string number, IEnumerable<LedgerRow> rows)
{
    private readonly Dictionary<string, LedgerRow> _rows = rows.ToDictionary(row => row.Part, StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerRow> _changed = new(StringComparer.Ordinal);

    public TRecord Record => record;
    public string Key => key;
    public string Number => number;
    public Plan<TRecord>? Plan { get; set; }
    public bool IsDone { get; set; }
    public List<RunOutcome> Outcomes { get; } = [];
    public List<string> Obsolete { get; } = [];

    /// <summary>What is to be told of it once its page is durable.</summary>
    public List<(string Code, string Message)> Warnings { get; } = [];

    public IReadOnlyList<LedgerRow> Rows => [.. _rows.Values];
    public IReadOnlyCollection<LedgerRow> Changed => _changed.Values;

    public LedgerRow? Row(string part) => _rows.GetValueOrDefault(part);

    public void Set(LedgerRow row) => _rows[row.Part] = _changed[row.Part] = row;

    public void Drop(string part)
    {
        _rows.Remove(part);
        _changed.Remove(part);
        Obsolete.Add(part);
    }

    public void Warn(string code, string number, string message) =>
        Warnings.Add((code, message.Contains(number, StringComparison.Ordinal) ? message : $"{number}: {message}"));

    public bool HasOutcome(string part) => Outcomes.Exists(outcome => outcome.Part == part);

    /// <summary>True where a write of a part came to nothing in this run: it is not tried again, and what is to come after it waits.</summary>
    public bool IsRefused(string part) => Outcomes.Exists(
        outcome => outcome.Part == part && outcome.Kind is not (OutcomeKind.Created or OutcomeKind.Updated or OutcomeKind.Cancelled));
}
