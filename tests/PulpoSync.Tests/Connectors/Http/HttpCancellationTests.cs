using System.Net;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using static PulpoSync.Tests.Connectors.Http.FakeNetwork;

namespace PulpoSync.Tests.Connectors.Http;

public sealed class HttpCancellationTests : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose() => _cancel.Dispose();

    [Theory]
    [InlineData(CallKind.Read)]
    [InlineData(CallKind.IdempotentWrite)]
    [InlineData(CallKind.Write)]
    public async Task Cancelled_before_it_starts_nothing_is_sent(CallKind kind)
    {
        using var fixture = new SenderFixture(Status(200));
        await _cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.SendAsync(SenderFixture.Call(kind), _cancel.Token));

        Assert.Empty(fixture.Network.Requests);
    }

    [Fact]
    public async Task Cancelled_read_ends_at_once()
    {
        using var fixture = new SenderFixture(Hangs);
        var task = fixture.Sender.SendAsync(SenderFixture.Call(), _cancel.Token);

        await _cancel.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Equal(_cancel.Token, thrown.CancellationToken);
    }

    [Theory]
    [InlineData(CallKind.IdempotentWrite)]
    [InlineData(CallKind.Write)]
    public async Task Cancelled_write_on_the_wire_settles(CallKind kind)
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var fixture = new SenderFixture((_, _) => answer.Task);
        var task = fixture.Sender.SendAsync(SenderFixture.Call(kind), _cancel.Token);

        await _cancel.CancelAsync();
        Assert.False(task.IsCompleted);
        answer.SetResult(new HttpResponseMessage(HttpStatusCode.Created));

        Assert.Equal(201, (await task).Status);
    }

    [Fact]
    public async Task Cancelled_write_that_hangs_is_ended_by_its_timeout_as_unknown()
    {
        using var fixture = new SenderFixture(Hangs);
        var task = fixture.Sender.SendAsync(SenderFixture.Call(CallKind.Write), _cancel.Token);

        await _cancel.CancelAsync();

        Assert.True((await Assert.ThrowsAsync<FailureException>(() => fixture.RunAsync(task))).OutcomeUnknown);
    }

    [Theory]
    [InlineData(CallKind.Read)]
    [InlineData(CallKind.Write)]
    public async Task Cancelled_in_a_pause_nothing_more_is_sent(CallKind kind)
    {
        using var fixture = new SenderFixture(Status(429, retryAfter: "60"));
        var task = fixture.Sender.SendAsync(SenderFixture.Call(kind), _cancel.Token);

        await _cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Single(fixture.Network.Requests);
    }

    [Fact]
    public async Task Cancelled_while_waiting_for_a_limit_nothing_is_sent()
    {
        using var fixture = new SenderFixture(Status(200));
        var shape = new BucketShape(10, 0.001, 0);
        fixture.Limits.Observe("k", 0, shape);
        var task = fixture.Sender.SendAsync(SenderFixture.Call() with { Limits = [new RateLimit.Bucket("k", 5, shape)] }, _cancel.Token);

        await _cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Empty(fixture.Network.Requests);
    }
}
