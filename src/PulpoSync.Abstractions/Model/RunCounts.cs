using System.Globalization;

namespace PulpoSync;

/// <summary>How many records a run read, and what became of them. Every outcome counts once; a split order counts once per part.</summary>
public sealed record RunCounts
{
    /// <summary>Records read from the source.</summary>
    public int Read { get; init; }
    /// <summary>Made at the destination.</summary>
    public int Created { get; init; }
    /// <summary>Changed at the destination.</summary>
    public int Updated { get; init; }
    /// <summary>Cancelled at the destination.</summary>
    public int Cancelled { get; init; }
    /// <summary>Already as they should be.</summary>
    public int Unchanged { get; init; }
    /// <summary>Left out by a rule.</summary>
    public int Skipped { get; init; }
    /// <summary>Tried and failed in this run.</summary>
    public int Failed { get; init; }
    /// <summary>Held back after an earlier failure.</summary>
    public int Parked { get; init; }
    /// <summary>Previewed only.</summary>
    public int Previewed { get; init; }

    /// <summary>In words, without what is nought: <c>240 read, 236 created, 1 failed</c>.</summary>
    public override string ToString()
    {
        (int Number, string Word)[] parts =
        [
            (Created, "created"), (Updated, "updated"), (Cancelled, "cancelled"), (Unchanged, "unchanged"), (Skipped, "skipped"), (Failed, "failed"),
            (Parked, "parked"), (Previewed, "previewed"),
        ];
        var shown = parts.Where(part => part.Number > 0).Prepend((Number: Read, Word: "read"));
        return string.Join(", ", shown.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Word}")));
    }

    /// <summary>The counts with one more outcome.</summary>
    public RunCounts Plus(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Created => this with { Created = Created + 1 },
        OutcomeKind.Updated => this with { Updated = Updated + 1 },
        OutcomeKind.Cancelled => this with { Cancelled = Cancelled + 1 },
        OutcomeKind.Unchanged => this with { Unchanged = Unchanged + 1 },
        OutcomeKind.Skipped => this with { Skipped = Skipped + 1 },
        OutcomeKind.Failed => this with { Failed = Failed + 1 },
        OutcomeKind.Parked => this with { Parked = Parked + 1 },
        OutcomeKind.Previewed => this with { Previewed = Previewed + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
