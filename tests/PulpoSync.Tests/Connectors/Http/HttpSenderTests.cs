using System.Net.Http;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using static PulpoSync.Tests.Connectors.Http.FakeNetwork;

namespace PulpoSync.Tests.Connectors.Http;

public class HttpSenderTests
{
    private static readonly HttpRequestException Refused = new(HttpRequestError.ConnectionError, "Connection refused (api.example.test:443)");
    private static readonly HttpRequestException Cut = new(HttpRequestError.ResponseEnded, "The response ended prematurely");

    [Theory]
    [InlineData(CallKind.Read, 500, 2, false)]
    [InlineData(CallKind.IdempotentWrite, 500, 2, false)]
    [InlineData(CallKind.Write, 500, 1, true)]
    [InlineData(CallKind.Read, 503, 2, false)]
    [InlineData(CallKind.Write, 503, 1, true)]
    [InlineData(CallKind.Write, 408, 1, true)]
    [InlineData(CallKind.Write, 429, 2, false)]
    [InlineData(CallKind.Read, 429, 2, false)]
    public async Task Send_retries_by_kind_and_status(CallKind kind, int status, int sent, bool unknown)
    {
        using var fixture = new SenderFixture(Status(status), Status(200));

        var task = fixture.SendAsync(SenderFixture.Call(kind));

        if (unknown)
        {
            var thrown = await Assert.ThrowsAsync<FailureException>(() => task);
            Assert.True(thrown.OutcomeUnknown);
            Assert.Equal(FailureKind.Transient, thrown.Failure.Kind);
        }
        else
        {
            Assert.Equal(200, (await task).Status);
        }

        Assert.Equal(sent, fixture.Network.Requests.Count);
    }

    [Fact]
    public async Task Send_write_that_never_reached_the_server_is_sent_again()
    {
        using var fixture = new SenderFixture(Throws(Refused), Status(201));

        Assert.Equal(201, (await fixture.SendAsync(SenderFixture.Call(CallKind.Write))).Status);
    }

    [Fact]
    public async Task Send_write_that_never_got_through_is_no_unknown_outcome()
    {
        using var fixture = new SenderFixture(Throws(Refused));

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call(CallKind.Write)));

        Assert.Equal(("ConnectFailed", FailureKind.Transient, false), (thrown.Failure.Code, thrown.Failure.Kind, thrown.OutcomeUnknown));
        Assert.Equal(5, fixture.Network.Requests.Count);
    }

    [Fact]
    public async Task Send_write_cut_while_waiting_is_an_unknown_outcome()
    {
        using var fixture = new SenderFixture(Throws(Cut), Status(201));

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call(CallKind.Write)));

        Assert.True(thrown.OutcomeUnknown);
        Assert.Equal("ConnectionLost", thrown.Failure.Code);
        Assert.Single(fixture.Network.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task Send_gives_back_what_the_connector_must_judge(int status)
    {
        using var fixture = new SenderFixture(Status(status, """{"errors":{}}"""));

        var reply = await fixture.SendAsync(SenderFixture.Call(CallKind.Write));

        Assert.Equal(status, reply.Status);
        Assert.Single(fixture.Network.Requests);
    }

    [Fact]
    public async Task Send_redirect_is_refused()
    {
        using var fixture = new SenderFixture(Status(302));

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call(CallKind.Write)));

        Assert.Equal((FailureKind.Protocol, "Redirected", false), (thrown.Failure.Kind, thrown.Failure.Code, thrown.OutcomeUnknown));
        Assert.Single(fixture.Network.Requests);
    }

    [Theory]
    [InlineData("http://api.example.test/", true, false)]
    [InlineData("http://127.0.0.1:5000/", false, false)]
    [InlineData("http://127.0.0.1:5000/", true, true)]
    [InlineData("http://localhost:5000/", true, true)]
    [InlineData("ftp://127.0.0.1/", true, false)]
    [InlineData("https://api.example.test/", true, true)]
    public async Task Send_plain_http_only_for_sandbox_on_this_machine(string address, bool sandbox, bool allowed)
    {
        using var fixture = new SenderFixture(Status(200));
        var task = fixture.SendAsync(SenderFixture.Call() with { Uri = new Uri(address), IsSandbox = sandbox });

        if (allowed)
        {
            await task;
        }
        else
        {
            var thrown = await Assert.ThrowsAsync<FailureException>(() => task);
            Assert.Equal("InsecureAddress", thrown.Failure.Code);
            Assert.Empty(fixture.Network.Requests);
        }
    }

    [Fact]
    public async Task Send_header_with_line_break_is_refused_without_showing_it()
    {
        using var fixture = new SenderFixture(Status(200));
        var call = SenderFixture.Call() with { Headers = new Dictionary<string, string> { ["X-Token"] = "hush\r\nX: y" } };

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(call));

        Assert.Equal("HeaderInvalid", thrown.Failure.Code);
        Assert.DoesNotContain("hush", thrown.Failure.Message);
    }

    [Theory]
    [InlineData("12", 12.0)]
    [InlineData("2.5", 2.5)]
    [InlineData("Sun, 01 Mar 2026 12:00:20 GMT", 20.0)]
    public async Task Send_waits_as_long_as_the_vendor_asks(string retryAfter, double seconds)
    {
        using var fixture = new SenderFixture(Status(429, retryAfter: retryAfter), Status(200));

        await fixture.SendAsync(SenderFixture.Call());

        Assert.InRange(fixture.Traces[0].RetryIn!.Value.TotalSeconds, seconds, seconds + 0.5);
        Assert.True(fixture.Elapsed >= fixture.Traces[0].RetryIn);
    }

    [Fact]
    public async Task Send_does_not_wait_beyond_the_calls_time()
    {
        using var fixture = new SenderFixture(Status(429, retryAfter: "3600"));

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call()));

        Assert.Equal(FailureKind.RateLimited, thrown.Failure.Kind);
        Assert.Equal(TimeSpan.FromHours(1), thrown.Failure.RetryAfter);
        Assert.Single(fixture.Network.Requests);
    }

    [Fact]
    public async Task Send_pauses_double_up_to_the_greatest()
    {
        using var fixture = new SenderFixture(o => o with { MaxTries = 8, MaxDelay = TimeSpan.FromSeconds(8), Random = () => 1 }, Status(500));

        await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call()));

        Assert.Equal([1, 2, 4, 8, 8, 8, 8], fixture.Traces.SkipLast(1).Select(trace => (int)trace.RetryIn!.Value.TotalSeconds));
        Assert.Null(fixture.Traces[^1].RetryIn);
    }

    [Fact]
    public async Task Send_throttles_do_not_count_as_tries()
    {
        using var fixture = new SenderFixture([.. Enumerable.Repeat(Status(429, retryAfter: "1"), 12), Status(200)]);

        Assert.Equal(200, (await fixture.SendAsync(SenderFixture.Call())).Status);
    }

    [Fact]
    public async Task Send_asked_for_one_try_takes_one()
    {
        using var fixture = new SenderFixture(Status(429, retryAfter: "1"), Status(200));

        await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call() with { MaxTries = 1 }));

        Assert.Single(fixture.Network.Requests);
    }

    [Fact]
    public async Task Send_try_that_hangs_is_given_up_and_tried_again()
    {
        using var fixture = new SenderFixture(Hangs, Status(200));

        Assert.Equal(200, (await fixture.SendAsync(SenderFixture.Call())).Status);
        Assert.Equal("Timeout", fixture.Traces[0].FailureCode);
        Assert.True(fixture.Elapsed >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Send_call_ends_within_its_time()
    {
        using var fixture = new SenderFixture(Hangs);

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call()));

        Assert.Equal("Timeout", thrown.Failure.Code);
        Assert.InRange(fixture.Elapsed, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(101));
    }

    [Fact]
    public async Task Send_on_a_machine_that_falls_asleep_before_the_first_try_sends_it_when_it_wakes()
    {
        using var network = new FakeNetwork([Status(200)]);
        var clock = new SleepyClock();
        using var sender = new HttpSender(new HttpSenderOptions { Handler = network }, new InMemoryLimitStore(clock), clock, new Redactor());

        Assert.Equal(200, (await sender.SendAsync(SenderFixture.Call(), CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Send_failure_inside_a_good_answer_is_treated_like_its_status()
    {
        using var fixture = new SenderFixture(Status(200, "throttled"), Status(200, "fine"));
        var call = SenderFixture.Call(CallKind.Write) with
        {
            FailureInside = reply => reply.Body.Length == 9 ? new Failure(FailureKind.RateLimited, "Throttled", "x", TimeSpan.FromSeconds(3)) : null,
        };

        Assert.Equal(4, (await fixture.SendAsync(call)).Body.Length);
        Assert.True(fixture.Elapsed >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Send_transient_failure_inside_a_writes_answer_is_an_unknown_outcome()
    {
        using var fixture = new SenderFixture(Status(200));
        var call = SenderFixture.Call(CallKind.Write) with { FailureInside = _ => new Failure(FailureKind.Transient, "Internal", "x") };

        Assert.True((await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(call))).OutcomeUnknown);
    }

    [Theory]
    [InlineData(CallKind.Read, false)]
    [InlineData(CallKind.IdempotentWrite, false)]
    [InlineData(CallKind.Write, true)]
    public async Task Send_web_page_with_200_is_trouble_on_the_way_and_no_answer(CallKind kind, bool fails)
    {
        using var fixture = new SenderFixture(Status(200, "<html>maintenance</html>", "text/html"), Status(200, "fine"));

        var call = fixture.SendAsync(SenderFixture.Call(kind));

        if (!fails) Assert.Equal(4, (await call).Body.Length);
        else Assert.True(await Assert.ThrowsAsync<FailureException>(() => call) is { OutcomeUnknown: true, Failure.Code: "NotJson" });
    }

    [Fact]
    public async Task Send_answer_too_large_is_refused()
    {
        using var fixture = new SenderFixture(o => o with { MaxBodyBytes = 10 }, Status(200, "0123456789A"));

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call()));

        Assert.Equal((FailureKind.Protocol, "AnswerTooLarge"), (thrown.Failure.Kind, thrown.Failure.Code));
    }

    [Fact]
    public async Task Send_network_words_pass_the_redactor()
    {
        using var fixture = new SenderFixture(Throws(new HttpRequestException(HttpRequestError.Unknown, "proxy said hunter22")));
        fixture.Redactor.Register("hunter22");

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.SendAsync(SenderFixture.Call()));

        Assert.Contains("proxy said ***", thrown.Failure.Message);
    }

    [Fact]
    public async Task BeforeWrite_is_asked_before_writes_only_and_can_stop_them()
    {
        var asked = new List<TimeSpan>();
        using var fixture = new SenderFixture(
            o => o with { BeforeWrite = left => { asked.Add(left); if (asked.Count == 2) throw new InvalidOperationException("lease lost"); } },
            Status(429, retryAfter: "5"), Status(200));

        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.SendAsync(SenderFixture.Call(CallKind.Write)));
        await fixture.SendAsync(SenderFixture.Call());

        Assert.Equal(TimeSpan.FromSeconds(100), asked[0]);
        Assert.True(asked[1] <= TimeSpan.FromSeconds(95));
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task Trace_tells_of_every_try_without_query()
    {
        using var fixture = new SenderFixture(Status(500), Status(200));

        await fixture.SendAsync(SenderFixture.Call());

        Assert.Equal([(1, 500, "ServerError"), (2, 200, null)], fixture.Traces.Select(t => (t.Try, t.Status!.Value, t.FailureCode)));
        Assert.DoesNotContain(fixture.Traces, trace => trace.ToString().Contains("secret"));
    }
}
