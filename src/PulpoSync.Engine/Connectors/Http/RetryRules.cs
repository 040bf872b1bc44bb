namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Whether a try is followed by another, and after which pause. Pure.</summary>
internal static class RetryRules
{
    /// <summary>
    /// Rate limits and transient faults are tried again. A <see cref="CallKind.Write"/> only where it was surely not executed: the connection never
    /// stood, or the vendor refused it for its limits. 408 and 503 do not count as sure, even with Retry-After: a gateway may send them after it has
    /// handed the request on, and looking at the destination is cheap.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="attempt">How the try ended.</param>
    /// <param name="tries">Tries so far that did not end with a rate limit, this one included.</param>
    /// <param name="throttles">Tries so far that ended with a rate limit, this one included.</param>
    /// <param name="remaining">What is left of the call's time.</param>
    /// <param name="options">Options.</param>
    /// <returns>The pause; null where there is no further try.</returns>
    public static TimeSpan? Next(
        HttpCall call, HttpAttempt attempt, int tries, int throttles, TimeSpan remaining, HttpSenderOptions options)
    {
        if (attempt.Failure is not { Kind: FailureKind.RateLimited or FailureKind.Transient } failure) return null;
        if (call.Kind == CallKind.Write && attempt.MaybeExecuted) return null;
        if (tries + throttles >= call.MaxTries) return null;
        var throttled = failure.Kind == FailureKind.RateLimited;
        if (throttled ? throttles > options.MaxThrottles : tries >= options.MaxTries) return null;

        var bound = Math.Min(options.MaxDelay.TotalSeconds, options.FirstDelay.TotalSeconds * Math.Pow(2, (throttled ? throttles : tries) - 1));
        var jitter = options.Random() * bound;
        // What the vendor asks for is waited in full; a little jitter on top keeps many waiting clients from coming back at once.
        var pause = failure.RetryAfter is { } asked
            ? asked + TimeSpan.FromSeconds(Math.Min(jitter, 0.5))
            : TimeSpan.FromSeconds(jitter);
        return pause < remaining ? pause : null;
    }
}
