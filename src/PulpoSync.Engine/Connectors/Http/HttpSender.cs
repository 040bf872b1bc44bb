using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>
/// The one way to the network: waits for rate limits, sends, retries what may be retried, and turns transport faults into failures.
/// Answers with a 4xx status (other than 408 and 429) are given back: what they mean is the connector's business.
/// </summary>
public sealed class HttpSender
{
    /// <summary>Sends a call.</summary>
    /// <returns>The last answer: 2xx, or a 4xx that no retry can help.</returns>
    /// <exception cref="FailureException">
    /// RateLimited or Transient after all tries, Protocol for a redirect; <see cref="FailureException.OutcomeUnknown"/> where a
    /// <see cref="CallKind.Write"/> may have been executed.
    /// </exception>
    public Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancellationToken) => throw new NotImplementedException();
}
