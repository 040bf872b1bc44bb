using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Http;

public sealed class HttpWindowTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly RateLimit.Window TwoASecond = new("endpoint", 2, Second);

    private readonly ConcurrentQueue<(string Path, TimeSpan At)> _sent = new();
    private readonly SenderFixture _fixture;
    private Func<CancellationToken, Task<HttpStatusCode>> _answer = _ => Task.FromResult(HttpStatusCode.OK);

    public HttpWindowTests() => _fixture = new SenderFixture(
        options => options with { FirstDelay = TimeSpan.FromMilliseconds(1), TryTimeout = 10 * Second, BeforeWrite = _ => BeforeWrite?.Invoke() },
        async (request, token) =>
        {
            _sent.Enqueue((request.RequestUri!.AbsolutePath, _fixture!.Elapsed));
            return new HttpResponseMessage(await _answer(token));
        });

    private Action? BeforeWrite { get; set; }

    private TimeSpan[] Sent => [.. _sent.Select(each => each.At)];

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Window_lets_two_through_and_the_next_a_second_after_the_answers()
    {
        _answer = async token =>
        {
            await Task.Delay(Second / 2, _fixture.Time, token);
            return HttpStatusCode.OK;
        };

        await _fixture.RunAsync(Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(TwoASecond))));

        AssertFrom(1.5 * Second, Sent[2] - Sent[0]);
        AssertFrom(1.5 * Second, Sent[3] - Sent[1]);
    }

    [Fact]
    public async Task Window_serves_calls_in_the_order_of_their_coming()
    {
        await _fixture.RunAsync(Task.WhenAll(Enumerable.Range(0, 9).Select(i => Send(TwoASecond, $"/{i}"))));

        // Two that were let through together may overtake each other on their way out.
        Assert.All(_sent.Select((each, at) => int.Parse(each.Path[1..], CultureInfo.InvariantCulture) - at), ahead => Assert.InRange(ahead, -1, 1));
        AssertFrom(4 * Second, Sent[^1] - Sent[0]);
    }

    [Fact]
    public async Task Window_takes_a_place_for_every_try()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.BadGateway, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.OK]);
        _answer = _ => Task.FromResult(answers.Dequeue());

        await _fixture.RunAsync(Send(TwoASecond));

        Assert.Equal(4, Sent.Length);
        Assert.True(Sent[2] - Sent[0] >= Second && Sent[3] - Sent[1] >= Second, string.Join(' ', Sent));
    }

    [Fact]
    public async Task Window_rests_also_after_a_call_that_got_no_answer()
    {
        var limit = new RateLimit.Window("endpoint", 1, 3 * Second);
        _answer = async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return HttpStatusCode.OK;
        };
        await Assert.ThrowsAsync<FailureException>(() => _fixture.RunAsync(Send(limit, kind: CallKind.Write)));
        _answer = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        await Assert.ThrowsAsync<FailureException>(() => _fixture.RunAsync(Send(limit, kind: CallKind.Write)));
        _answer = _ => Task.FromResult(HttpStatusCode.OK);
        await _fixture.RunAsync(Send(limit));

        AssertFrom(13 * Second, Sent[1] - Sent[0]);
        AssertFrom(3 * Second, Sent[2] - Sent[1]);
    }

    [Fact]
    public async Task Window_is_not_used_up_by_a_call_that_was_never_sent()
    {
        var limit = new RateLimit.Window("endpoint", 1, TimeSpan.FromMinutes(1));
        BeforeWrite = () => throw new InvalidOperationException("The lease is lost.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _fixture.RunAsync(Send(limit, kind: CallKind.Write)));

        await _fixture.RunAsync(Send(limit));

        AssertFrom(TimeSpan.Zero, Assert.Single(Sent));
    }

    [Fact]
    public async Task Window_of_one_order_does_not_hold_up_the_others()
    {
        var order = new RateLimit.Window("endpoint|order 1", 1, TimeSpan.FromMinutes(1));
        var first = Send(TwoASecond, "/1", limits: order);
        var again = Send(TwoASecond, "/1 again", limits: order);
        var others = Enumerable.Range(0, 10).Select(i => Send(TwoASecond, $"/other {i}"));

        await _fixture.RunAsync(Task.WhenAll([first, again, .. others]));

        Assert.Equal("/1%20again", _sent.Last().Path);
        AssertFrom(5 * Second, Sent[^2] - Sent[0]);
        Assert.True(Sent[^1] >= 60 * Second);
    }

    [Fact]
    public async Task Window_that_is_no_longer_waited_for_goes_to_the_next()
    {
        using var cancel = new CancellationTokenSource();
        var limit = new RateLimit.Window("endpoint", 1, Second);
        await _fixture.RunAsync(Send(limit, "/0"));
        var (given, next) = (Send(limit, "/1", cancellationToken: cancel.Token), Send(limit, "/2"));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await _fixture.RunAsync(next);
        Assert.Equal(["/0", "/2"], _sent.Select(each => each.Path));
        AssertFrom(Second, Sent[1] - Sent[0]);
    }

    [Fact]
    public async Task Queues_are_forgotten_when_nobody_is_in_them()
    {
        await _fixture.RunAsync(Task.WhenAll(Enumerable.Range(0, 500).Select(i => Send(new RateLimit.Window($"order {i}", 6, Second)))));
        await _fixture.RunAsync(Task.WhenAll(Enumerable.Range(0, 500).Select(i => Send(new RateLimit.Concurrent($"user {i % 50}", 2)))));

        Assert.Equal(1000, _sent.Count);
        Assert.Equal(0, LimitGate.QueuesOf(_fixture.Limits).Count);
    }

    // Never earlier; where the machine is busy, the clock that the test moves runs some way ahead.
    private static void AssertFrom(TimeSpan least, TimeSpan actual) => Assert.InRange(actual, least, least + 20 * Second);

    private Task<HttpReply> Send(
        RateLimit limit, string path = "/", CallKind kind = CallKind.Read, RateLimit? limits = null, CancellationToken cancellationToken = default) =>
        _fixture.Sender.SendAsync(
            SenderFixture.Call(kind) with { Uri = new Uri("https://api.example.test" + path), Limits = limits is null ? [limit] : [limit, limits] }, cancellationToken);
}
