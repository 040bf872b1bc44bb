namespace PulpoSync.Engine.Contracts;

/// <summary>What stands under a reference at the destination.</summary>
public enum FoundKind
{
    /// <summary>Nothing.</summary>
    Nothing,
    /// <summary>Our record.</summary>
    Ours,
    /// <summary>A record of this number that is not ours.</summary>
    Foreign,
    /// <summary>It cannot be told whether ours is there, and making it again would do harm: a person has to look.</summary>
    Unclear,
}

/// <summary>The answer of <see cref="IDestination{TRecord}.FindAsync"/> for one reference.</summary>
/// <param name="Kind">Nothing, ours or foreign.</param>
/// <param name="Id">The destination's id.</param>
/// <param name="State">The destination's own word for the state.</param>
/// <param name="BelongsTo">For a foreign record: what its own fields say, without personal data.</param>
public sealed record Found(FoundKind Kind, string? Id = null, string? State = null, string? BelongsTo = null)
{
    /// <summary>Nothing there.</summary>
    public static Found Nothing { get; } = new(FoundKind.Nothing);

    /// <summary>Why it cannot be told; given with <see cref="FoundKind.Unclear"/>.</summary>
    public Failure? Failure { get; init; }

    /// <summary>It cannot be told.</summary>
    public static Found Unclear(Failure failure) => new(FoundKind.Unclear) { Failure = failure };
}
