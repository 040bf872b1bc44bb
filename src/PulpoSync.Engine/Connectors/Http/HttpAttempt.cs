namespace PulpoSync.Engine.Connectors.Http;

/// <summary>How one try ended: with an answer, a failure, or an answer that is a failure.</summary>
/// <param name="Reply">Answer; null where none came.</param>
/// <param name="Failure">What went wrong; null where the answer is for the connector.</param>
/// <param name="MaybeExecuted">False where the server surely did not carry the request out.</param>
internal sealed record HttpAttempt(HttpReply? Reply, Failure? Failure, bool MaybeExecuted)
{
    /// <summary>Pause before the next try; null: this was the last.</summary>
    public TimeSpan? RetryIn { get; init; }
}
