using System.Net;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using static PulpoSync.Tests.Connectors.Http.FakeNetwork;

namespace PulpoSync.Tests.Connectors.Http;

public class HttpLimitTests
{
    private static readonly BucketShape Shape = new(100, 10, 10);

    [Fact]
    public async Task Bucket_is_waited_for_before_sending()
    {
        using var fixture = new SenderFixture(Status(200));
        fixture.Limits.Observe("shop", 20, Shape);

        await fixture.SendAsync(SenderFixture.Call() with { Limits = [new RateLimit.Bucket("shop", 50, Shape)] });

        // 50 wanted and 10 in reserve: 40 are missing at 10 a second.
        Assert.InRange(fixture.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public async Task Bucket_corrected_by_the_answer_is_used_by_the_next_call()
    {
        using var fixture = new SenderFixture(Status(200));
        var call = SenderFixture.Call() with { Limits = [new RateLimit.Bucket("shop", 50, Shape)] };
        await fixture.SendAsync(call with { OnReply = _ => fixture.Sender.Observe("shop", 0, Shape) });

        await fixture.SendAsync(call);

        Assert.True(fixture.Elapsed >= TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Bucket_smaller_than_the_call_is_taken_when_full()
    {
        using var fixture = new SenderFixture(Status(200));

        await fixture.SendAsync(SenderFixture.Call() with { Limits = [new RateLimit.Bucket("shop", 500, Shape)] });

        Assert.Equal(TimeSpan.Zero, fixture.Elapsed);
    }

    [Fact]
    public async Task Concurrent_calls_never_exceed_their_places()
    {
        var (now, most) = (0, 0);
        using var fixture = new SenderFixture(async (_, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(2, token);
            Interlocked.Decrement(ref now);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        var call = SenderFixture.Call() with { Limits = [new RateLimit.Concurrent("user", 2)] };

        await fixture.RunAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.Sender.SendAsync(call, default))));

        Assert.Equal(2, most);
        Assert.Equal(20, fixture.Network.Requests.Count);
    }

    [Fact]
    public async Task Concurrent_calls_of_several_senders_queue_together()
    {
        var (now, most) = (0, 0);
        async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken token)
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(2, token);
            Interlocked.Decrement(ref now);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        var limits = new CountingLimits();
        var senders = Enumerable.Range(0, 10).Select(_ => new HttpSender(
            new HttpSenderOptions { Handler = new FakeNetwork(Answer) }, limits, TimeProvider.System, new Engine.Secrets.Redactor()));
        var call = SenderFixture.Call() with { Limits = [new RateLimit.Concurrent("user", 2)] };

        await Task.WhenAll(senders.Select(sender => sender.SendAsync(call, default)));

        // Nobody asked the store in vain: the queue stands before it.
        Assert.Equal((2, 10, 0), (most, limits.Entered, limits.Refused));
    }

    [Fact]
    public async Task Concurrent_places_of_other_processes_are_respected_and_those_of_dead_ones_freed()
    {
        using var fixture = new SenderFixture(Status(200));
        Assert.Equal(TimeSpan.Zero, fixture.Limits.TryEnter("user", 2, "other 1", TimeSpan.FromSeconds(20), rest: TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, fixture.Limits.TryEnter("user", 2, "other 2", TimeSpan.FromSeconds(40), rest: TimeSpan.Zero));
        Assert.NotEqual(TimeSpan.Zero, fixture.Limits.TryEnter("user", 2, "other 3", TimeSpan.FromSeconds(1), rest: TimeSpan.Zero));

        await fixture.SendAsync(SenderFixture.Call() with { Limits = [new RateLimit.Concurrent("user", 2)] });

        Assert.InRange(fixture.Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(21));
    }

    [Fact]
    public async Task Concurrent_place_is_given_back_also_after_a_fault()
    {
        using var fixture = new SenderFixture(Throws(new HttpRequestException(HttpRequestError.ResponseEnded)));
        var call = SenderFixture.Call(CallKind.Write) with { Limits = [new RateLimit.Concurrent("user", 1)] };
        for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(call));

        Assert.Equal(3, fixture.Network.Requests.Count);
        Assert.Equal(TimeSpan.Zero, fixture.Limits.TryEnter("user", 1, "next", TimeSpan.FromSeconds(1), rest: TimeSpan.Zero));
    }

    [Fact]
    public async Task Limit_that_never_frees_ends_as_rate_limited()
    {
        using var fixture = new SenderFixture(Status(200));
        fixture.Limits.TryEnter("user", 1, "other", TimeSpan.FromHours(9), rest: TimeSpan.Zero);

        var thrown = await Assert.ThrowsAsync<FailureException>(
            () => fixture.SendAsync(SenderFixture.Call(CallKind.Write) with { Limits = [new RateLimit.Concurrent("user", 1)] }));

        Assert.Equal((FailureKind.RateLimited, "LimitTimeout", false), (thrown.Failure.Kind, thrown.Failure.Code, thrown.OutcomeUnknown));
        Assert.Empty(fixture.Network.Requests);
    }

    private sealed class CountingLimits : ILimitStore
    {
        private readonly InMemoryLimitStore _inner = new(TimeProvider.System);
        private int _entered;
        private int _refused;

        public int Entered => _entered;
        public int Refused => _refused;

        public TimeSpan Take(string key, double cost, BucketShape shape) => _inner.Take(key, cost, shape);
        public void Observe(string key, double available, BucketShape shape) => _inner.Observe(key, available, shape);
        public void Leave(string key, string holder, TimeSpan rest) => _inner.Leave(key, holder, rest);

        public TimeSpan TryEnter(string key, int slots, string holder, TimeSpan atMost, TimeSpan rest)
        {
            var entered = _inner.TryEnter(key, slots, holder, atMost, rest);
            Interlocked.Increment(ref entered == TimeSpan.Zero ? ref _entered : ref _refused);
            return entered;
        }
    }
}
