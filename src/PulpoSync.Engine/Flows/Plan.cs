using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows;

/// <summary>What is to be done with one record. Unwritten rows that it does not name are given up.</summary>
public sealed record Plan<TRecord>
{
    /// <summary>Writes, in order.</summary>
    public IReadOnlyList<PlannedWrite<TRecord>> Writes { get; init; } = [];
    /// <summary>Parts that need no write, and why.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
    /// <summary>Warnings of the rules: code and sentence.</summary>
    public IReadOnlyList<(string Code, string Message)> Warnings { get; init; } = [];
    /// <summary>What each rule said, for previews.</summary>
    public IReadOnlyList<RuleNote> Trace { get; init; } = [];
    /// <summary>False where the results of the writes decide what comes next (a move: first withdrawn here, then made there).</summary>
    public bool IsFinal { get; init; } = true;
}

/// <summary>One write of a plan.</summary>
/// <param name="Part">Part of the record.</param>
/// <param name="Ordinal">Which in the record's sequence.</param>
/// <param name="Number">Number at the destination.</param>
/// <param name="Operation">What to do.</param>
/// <param name="Record">The record as the destination shall have it.</param>
/// <param name="Hash">Keyed hash of that content.</param>
/// <param name="Held">The flow's note on what the destination will hold.</param>
/// <param name="Message">Sentence for protocol and preview.</param>
public sealed record PlannedWrite<TRecord>(
    string Part, int Ordinal, string Number, WriteOperation Operation, TRecord Record, string Hash, string? Held, string Message)
{
    /// <summary>Reason code of the outcome, where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>True where something of it is still to come that moves no timestamp: once written, it is looked at again each run.</summary>
    public bool IsIncomplete { get; init; }
}

/// <summary>A part that needs no write.</summary>
/// <param name="Part">Part; null for the whole record.</param>
/// <param name="Kind">Outcome.</param>
/// <param name="State">State of the row; null: no row is made, and an existing one stays.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Message">Sentence.</param>
public sealed record Decision(string? Part, OutcomeKind Kind, LedgerState? State, string? Reason, string Message)
{
    /// <summary>Number that is kept free for the part; 0: none yet.</summary>
    public int Ordinal { get; init; }
    /// <summary>Number for people.</summary>
    public string? Number { get; init; }
    /// <summary>Set where a warning is due once for each such content; remembered in the row.</summary>
    public string? WarnOnceFor { get; init; }
}
