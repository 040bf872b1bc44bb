using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Tests.Connectors.Http;

/// <summary>A sender over a fake network and clock. The clock moves only by <see cref="RunAsync"/>, so that no test waits.</summary>
internal sealed class SenderFixture : IDisposable
{
    public SenderFixture(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers)
        : this(null, answers)
    {
    }

    public SenderFixture(Func<HttpSenderOptions, HttpSenderOptions>? change, params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers)
    {
        Network = new FakeNetwork(answers);
        Limits = new InMemoryLimitStore(Time);
        var options = new HttpSenderOptions { Handler = Network, Random = () => 0.5, Trace = TraceAsync };
        Sender = new HttpSender(change?.Invoke(options) ?? options, Limits, Time, Redactor);
        StartedAt = Time.GetUtcNow();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    public FakeNetwork Network { get; }
    public InMemoryLimitStore Limits { get; }
    public Redactor Redactor { get; } = new();
    public HttpSender Sender { get; }
    public List<HttpTrace> Traces { get; } = [];
    public DateTimeOffset StartedAt { get; }
    public TimeSpan Elapsed => Time.GetUtcNow() - StartedAt;

    public static HttpCall Call(CallKind kind = CallKind.Read) => new()
    {
        Method = kind == CallKind.Read ? HttpMethod.Get : HttpMethod.Post,
        Uri = new Uri("https://api.example.test/v1/things?secret=1"),
        Kind = kind,
        Operation = "GET /things",
        System = "Example",
        Body = kind == CallKind.Read ? null : "{}"u8.ToArray(),
    };

    /// <summary>Lets a task end while the clock goes on in small steps.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var until = Time.GetUtcNow() + TimeSpan.FromHours(1);
        while (!task.IsCompleted)
        {
            // Real time for the continuations to run in, then a step of the clock.
            await Task.WhenAny(task, Task.Delay(1));
            if (task.IsCompleted) break;
            Assert.True(Time.GetUtcNow() < until, "The call does not end.");
            Time.Advance(TimeSpan.FromMilliseconds(250));
        }

        return await task;
    }

    public Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancellationToken = default) => RunAsync(Sender.SendAsync(call, cancellationToken));

    public void Dispose() => Sender.Dispose();

    private ValueTask TraceAsync(HttpTrace trace)
    {
        Traces.Add(trace);
        return ValueTask.CompletedTask;
    }
}
