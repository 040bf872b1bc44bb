namespace PulpoSync.Engine.Contracts;

/// <summary>Carries a <see cref="PulpoSync.Failure"/> through code that cannot return it; caught at the edge of a run or a command.</summary>
public sealed class FailureException : Exception
{
    /// <summary>Wraps a failure.</summary>
    public FailureException(Failure failure, Exception? inner = null)
        : base(failure.Message, inner) => Failure = failure;

    /// <summary>The failure.</summary>
    public Failure Failure { get; }

    /// <summary>True where the request may have been executed although no answer came.</summary>
    public bool OutcomeUnknown { get; init; }
}
