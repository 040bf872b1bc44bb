using Polly;
using Polly.Retry;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>
/// The one way to the network: waits for rate limits, sends, retries what may be retried, and turns transport faults into failures.
/// Answers with a 4xx status (other than 408 and 429) are given back: what they mean is the connector's business
/// (<see cref="HttpErrorTable"/> is where it starts).
/// </summary>
/// <remarks>
/// Cancellation is honoured in every wait and ends reads at once. A write that is on the wire is not aborted by the caller, only by its timeout:
/// its answer is worth more than the seconds. No further try follows then.
/// </remarks>
public sealed class HttpSender : IDisposable
{
    private readonly HttpSenderOptions _options;
    private readonly ILimitStore _limits;
    private readonly TimeProvider _time;
    private readonly HttpTransport _transport;
    private readonly LimitGate _gate;
    private readonly ResiliencePipeline<HttpAttempt> _retry;

    /// <summary>Makes a sender. It is cheap: connections and queues are shared by all senders of the process.</summary>
    /// <param name="options">Timeouts, tries, hooks.</param>
    /// <param name="limits">Limits that all processes share.</param>
    /// <param name="time">Clock.</param>
    /// <param name="redactor">Cleans what the network says of its faults.</param>
    public HttpSender(HttpSenderOptions options, ILimitStore limits, TimeProvider time, Redactor redactor)
    {
        (_options, _limits, _time) = (options, limits, time);
        _transport = new HttpTransport(options, time, redactor);
        _gate = new LimitGate(limits, time, options);
        _retry = new ResiliencePipelineBuilder<HttpAttempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpAttempt>
            {
                // RetryRules bounds the tries; the pipeline only carries them out.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result?.RetryIn is not null),
                DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result?.RetryIn),
            })
            .Build();
    }

    /// <summary>Sends a call.</summary>
    /// <returns>The last answer: 2xx, or a 4xx that no retry can help.</returns>
    /// <exception cref="FailureException">
    /// RateLimited or Transient after all tries, Protocol for a redirect, Configuration for an address that is not https;
    /// <see cref="FailureException.OutcomeUnknown"/> where a <see cref="CallKind.Write"/> may have been executed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; a <see cref="CallKind.Write"/> was surely not executed.</exception>
    public async Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        CallGuard.Check(call);
        var progress = new Progress(call);
        var last = await _retry.ExecuteAsync(
            static (state, token) => state.Sender.TryAsync(state.Progress, token), (Sender: this, Progress: progress), cancellationToken)
            .ConfigureAwait(false);
        if (last.Failure is { } failure)
        {
            throw new FailureException(failure) { OutcomeUnknown = call.Kind == CallKind.Write && last.MaybeExecuted };
        }

        return last.Reply!;
    }

    /// <summary>Corrects a bucket by what the vendor says is in it now; for <see cref="HttpCall.OnReply"/>.</summary>
    public void Observe(string key, double available, BucketShape shape) => _limits.Observe(key, available, shape);

    /// <summary>Ends this sender. The connections that all senders share stay open, so that a sender may as well be left to itself.</summary>
    public void Dispose() => _transport.Dispose();

    private async ValueTask<HttpAttempt> TryAsync(Progress progress, CancellationToken cancellationToken)
    {
        var call = progress.Call;
        using var places = await EnterAsync(progress, cancellationToken).ConfigureAwait(false);
        // The call's time starts here: before its first try it may have waited long for a limit that many share.
        progress.StartedAt ??= _time.GetTimestamp();
        // The first try has all of it, also on a machine that falls asleep right here.
        var remaining = progress.Last is null ? _options.CallTimeout : Remaining(progress);
        if (remaining <= TimeSpan.Zero) return progress.Last! with { RetryIn = null };

        cancellationToken.ThrowIfCancellationRequested();
        if (call.Kind != CallKind.Read) _options.BeforeWrite?.Invoke(remaining);
        var sentAt = _time.GetTimestamp();
        places.Sent = true;
        var attempt = await _transport.SendAsync(
            call, remaining < _options.TryTimeout ? remaining : _options.TryTimeout, call.Kind == CallKind.Read ? cancellationToken : CancellationToken.None)
            .ConfigureAwait(false);
        var duration = _time.GetElapsedTime(sentAt);

        progress.Count(attempt);
        attempt = attempt with { RetryIn = RetryRules.Next(call, attempt, progress.Tries, progress.Throttles, Remaining(progress), _options) };
        progress.Last = attempt;
        if (_options.Trace is { } tell)
        {
            await tell(new HttpTrace(
                call.System, call.Operation, progress.Tries + progress.Throttles, attempt.Reply?.Status, duration, attempt.Failure?.Code, attempt.RetryIn))
                .ConfigureAwait(false);
        }

        return attempt;
    }

    private TimeSpan Remaining(Progress progress) => _options.CallTimeout - _time.GetElapsedTime(progress.StartedAt!.Value);

    private async Task<LimitPlaces> EnterAsync(Progress progress, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(_options.LimitTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await _gate.EnterAsync(progress.Call.Limits, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FailureException(new Failure(
                FailureKind.RateLimited, "LimitTimeout", $"{progress.Call.System}: too many calls wait for this account; none of ours was let through in time."));
        }
    }

    private sealed class Progress(HttpCall call)
    {
        public HttpCall Call => call;
        public long? StartedAt { get; set; }
        public int Tries { get; private set; }
        public int Throttles { get; private set; }
        public HttpAttempt? Last { get; set; }

        public void Count(HttpAttempt attempt)
        {
            if (attempt.Failure?.Kind == FailureKind.RateLimited) Throttles++;
            else Tries++;
        }
    }
}
