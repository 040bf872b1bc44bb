namespace PulpoSync.Engine.Contracts;

/// <summary>How a write ended.</summary>
public enum WriteStatus
{
    /// <summary>The destination has it (or had it already).</summary>
    Done,
    /// <summary>Refused; surely not executed.</summary>
    Refused,
    /// <summary>Perhaps executed; the next run settles it by <see cref="IDestination{TRecord}.FindAsync"/>.</summary>
    Unknown,
    /// <summary>Not executed, and no failure either: the destination has no use for the record. The reason is told by name.</summary>
    LeftOut,
}

/// <summary>The outcome of one item.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Id">
/// The destination's id; given where <paramref name="Status"/> is done, and with the refusal of a create whose record an earlier call has made.
/// </param>
/// <param name="Failure">Why not; given where it is not done.</param>
public sealed record WriteResult(WriteStatus Status, string? Id = null, Failure? Failure = null)
{
    /// <summary>Something worth a warning beside the outcome: a text that had to be shortened, goods that are short.</summary>
    public string? Warning { get; init; }

    /// <summary>What it really came to, where that is not what the operation says: a create that found its record there, an update that found nothing to do.</summary>
    public OutcomeKind? Became { get; init; }

    /// <summary>With a refusal because work has begun: the pieces per line that the destination holds, as it says itself. Null: it does not say.</summary>
    public IReadOnlyDictionary<string, int>? Holds { get; init; }

    /// <summary>Done.</summary>
    public static WriteResult Done(string id) => new(WriteStatus.Done, id);
    /// <summary>Refused; surely not executed.</summary>
    public static WriteResult Refused(Failure failure) => new(WriteStatus.Refused, null, failure);
    /// <summary>Done without a write: the destination had exactly this.</summary>
    public static WriteResult Unchanged(string id) => Done(id) with { Became = OutcomeKind.Unchanged };
    /// <summary>Not executed, because the destination has no use for it.</summary>
    public static WriteResult LeftOut(string reason, string message) => new(WriteStatus.LeftOut, null, new Failure(FailureKind.NotFound, reason, message));
    /// <summary>Perhaps executed.</summary>
    public static WriteResult Unknown(Failure failure) => new(WriteStatus.Unknown, null, failure);
}
