using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Tests.Connectors.Http;
using PulpoSync.Tests.Connectors.Pulpo;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Billbee;

/// <summary>Calls of Billbee's API over a fake network: authentications, envelope, refusals, limits.</summary>
public class BillbeeClientTests
{
    private const string Secret = "very-secret";
    private const string Personal = "Ada Example, Musterweg 5";

    private static readonly BillbeeCall Stocks = new(HttpMethod.Get, "/products/stocks");
    private static readonly BillbeeCall Order = new(HttpMethod.Get, "/orders/{id}") { Id = "7" };
    private static readonly BillbeeCall State = new(HttpMethod.Put, "/orders/{id}/orderstate", CallKind.Write) { Id = "7", Body = """{"NewStateId":4}"""u8.ToArray() };

    public static TheoryData<int, string, FailureKind, string> Refusals() => new()
    {
        { 200, """{"ErrorMessage":"API not activated","ErrorCode":1,"Data":null}""", FailureKind.Authorization, "ApiNotActivated" },
        { 200, """{"ErrorMessage":"Ada Example, Musterweg 5","ErrorCode":2,"ErrorDescription":"OrderNotFound","Data":null}""", FailureKind.NotFound, "OrderNotFound" },
        { 200, """{"ErrorMessage":"Ada Example, Musterweg 5","ErrorCode":11,"ErrorDescription":11,"Data":null}""", FailureKind.Data, "InvalidData" },
        { 200, """{"ErrorCode":27,"Data":null}""", FailureKind.Data, "Error27" },
        { 400, """{"ErrorMessage":"Ada Example, Musterweg 5","ErrorCode":11}""", FailureKind.Data, "InvalidData" },
        { 400, """{"Message":"Ada Example, Musterweg 5"}""", FailureKind.Data, "BadRequest" },
        { 401, """{"Message":"Authorization has been denied for this request."}""", FailureKind.Authentication, "Unauthorized" },
        { 401, """{"ErrorCode":1}""", FailureKind.Authentication, "Unauthorized" },
        { 401, "very-secret", FailureKind.Authentication, "Unauthorized" },
        { 403, "{}", FailureKind.Authorization, "Forbidden" },
        { 403, """{"ErrorCode":17}""", FailureKind.Authorization, "APIServiceNotBooked" },
        { 403, """{"ErrorCode":99}""", FailureKind.Authorization, "Forbidden" },
        { 500, """{"ErrorCode":99}""", FailureKind.Transient, "ServerError" },
        { 500, """{"ErrorCode":11}""", FailureKind.Transient, "ServerError" },
        { 400, """{"ErrorCode":1}""", FailureKind.Authorization, "ApiNotActivated" },
        { 404, """{"Message":"No HTTP resource was found that matches the request URI."}""", FailureKind.NotFound, "NotFound" },
        { 302, "", FailureKind.Protocol, "Redirected" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task SendAsync_says_what_a_refusal_means_and_none_of_its_text(int status, string body, FailureKind kind, string code)
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(status, body));

        var failure = await RefusedAsync(fixture, Client(fixture).SendAsync(Stocks, data => data.ValueKind, default));

        Assert.Equal((kind, code), (failure.Failure.Kind, failure.Failure.Code));
        Assert.DoesNotContain(Personal, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Billbee answered GET /products/stocks", failure.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Ada Example, Musterweg 5</html>", "text/html", FailureKind.Transient, "NotJson")]
    [InlineData("not json", "application/json", FailureKind.Protocol, "NotJson")]
    [InlineData("", "application/json", FailureKind.Protocol, "NotJson")]
    [InlineData("[]", "application/json", FailureKind.Protocol, "UnexpectedShape")]
    public async Task SendAsync_takes_nothing_but_an_envelope(string body, string type, FailureKind kind, string code)
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(200, body, type));

        var failure = await RefusedAsync(fixture, Client(fixture).SendAsync(Stocks, data => data.ValueKind, default));

        Assert.Equal((kind, code), (failure.Failure.Kind, failure.Failure.Code));
        Assert.DoesNotContain(Personal, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_tries_again_where_Billbee_has_trouble_of_its_own_with_status_200()
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(200, """{"ErrorCode":8}"""), FakeNetwork.Status(200, """{"ErrorCode":0,"Data":5}"""));

        Assert.Equal(5, await fixture.RunAsync(Client(fixture).SendAsync(Stocks, data => data.GetInt32(), default)));
        Assert.Equal(2, fixture.Network.Requests.Count);
    }

    [Fact]
    public async Task DoAsync_does_not_know_what_became_of_a_write_whose_answer_is_no_envelope()
    {
        using var fixture = new SenderFixture(FakeNetwork.Throws(new HttpRequestException(HttpRequestError.ResponseEnded)));

        var failure = await RefusedAsync(fixture, Client(fixture).DoAsync(State, default));

        Assert.True(failure.OutcomeUnknown);
        Assert.Single(fixture.Network.Requests);
    }

    [Theory]
    [InlineData(404, """{"ErrorCode":2}""")]
    [InlineData(404, "")]
    [InlineData(200, """{"ErrorCode":2,"Data":null}""")]
    [InlineData(200, """{"ErrorCode":0,"Data":null}""")]
    public async Task FindAsync_gives_nothing_for_what_is_not_there_however_Billbee_says_so(int status, string body)
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(status, body));

        Assert.Null(await fixture.RunAsync(Client(fixture).FindAsync(Order, data => data.GetRawText(), default)));
    }

    [Theory]
    [InlineData("""{"ErrorCode":0}""")]
    [InlineData("""{"ErrorCode":0,"Data":[]}""")]
    [InlineData("""{"ErrorCode":0,"Data":"Ada Example, Musterweg 5"}""")]
    public async Task FindAsync_does_not_take_another_answer_for_a_thing_that_is_gone(string body)
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(200, body));

        var failure = await RefusedAsync(fixture, Client(fixture).FindAsync(Order, data => data.GetRawText(), default));

        Assert.Equal((FailureKind.Protocol, "UnexpectedShape"), (failure.Failure.Kind, failure.Failure.Code));
        Assert.DoesNotContain(Personal, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Data":[],"Paging":null}""")]
    [InlineData("""{"Data":[],"Paging":{"Page":1,"TotalPages":1}}""")]
    [InlineData("""{"Data":[],"Paging":{"Page":2,"TotalPages":2,"TotalRows":3}}""")]
    [InlineData("""{"Data":{},"Paging":{"Page":1,"TotalPages":1,"TotalRows":1}}""")]
    public async Task PageAsync_refuses_a_page_that_cannot_be_counted_on(string body)
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(200, body));

        var failure = await RefusedAsync(fixture, Client(fixture).PageAsync("/orders", "", 1, 250, row => row.GetRawText(), default));

        Assert.Equal((FailureKind.Protocol, "UnexpectedShape"), (failure.Failure.Kind, failure.Failure.Code));
    }

    [Theory]
    [InlineData("""[{"Id":1},{"Id":2}]""")]
    [InlineData("""{"ErrorCode":0,"Data":[{"Id":1},{"Id":2}]}""")]
    public async Task BareListAsync_reads_a_list_with_and_without_envelope(string body)
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(200, body));

        Assert.Equal([1, 2], await fixture.RunAsync(Client(fixture).BareListAsync(Stocks, item => item.GetProperty("Id").GetInt32(), default)));
    }

    [Fact]
    public async Task Every_call_carries_both_authentications()
    {
        var sent = new List<(string? Key, string? Basic)>();
        using var fixture = new SenderFixture((request, cancellationToken) =>
        {
            sent.Add((request.Headers.TryGetValues("X-Billbee-Api-Key", out var keys) ? keys.Single() : null, request.Headers.Authorization?.Scheme));
            var data = request.RequestUri!.AbsolutePath.EndsWith("/orders/7", StringComparison.Ordinal) ? "{}" : "[]";
            return FakeNetwork.Status(200, $$$"""{"ErrorCode":0,"Data":{{{data}}},"Paging":{"Page":1,"TotalPages":0,"TotalRows":0}}""")(request, cancellationToken);
        });
        var client = Client(fixture);

        await fixture.RunAsync(client.SendAsync(Stocks, _ => 0, default));
        await fixture.RunAsync(client.PageAsync("/orders", "", 1, 250, _ => 0, default));
        await fixture.RunAsync(client.BareListAsync(new BillbeeCall(HttpMethod.Get, "/shopaccounts"), _ => 0, default));
        await fixture.RunAsync(client.FindAsync(Order, data => data.GetRawText(), default));
        await fixture.RunAsync(DoneAsync(client.DoAsync(State, default)));

        Assert.Equal(Enumerable.Repeat((Secret, "Basic"), 5), sent.Select(one => (one.Key!, one.Basic!)));
        Assert.All(fixture.Network.Requests, request => Assert.DoesNotContain(Secret, request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_keep_to_two_a_second_per_endpoint_and_six_a_minute_per_order()
    {
        using var fixture = new SenderFixture(FakeNetwork.Status(200, """{"ErrorCode":0,"Data":{}}"""));
        var client = Client(fixture);

        for (var call = 0; call < 8; call++) await fixture.RunAsync(client.SendAsync(Stocks, _ => 0, default));
        // From below alone: on a busy machine the moved clock runs ahead.
        Assert.True(fixture.Elapsed >= TimeSpan.FromSeconds(3), $"{fixture.Elapsed}");

        var before = fixture.Elapsed;
        for (var call = 0; call < 7; call++) await fixture.RunAsync(client.FindAsync(Order, _ => "", default));
        Assert.True(fixture.Elapsed - before >= TimeSpan.FromMinutes(1), $"{fixture.Elapsed - before}");
    }

    private static BillbeeClient Client(SenderFixture fixture)
    {
        var context = new ConnectorContext
        {
            Address = BillbeeAddress.Default,
            Fields = new Dictionary<string, string> { [BillbeeSpec.UserName] = "api@acme.example" },
            Secrets = new Dictionary<string, string> { [BillbeeSpec.Password] = Secret, [BillbeeSpec.DeveloperKey] = Secret },
            IsSandbox = false,
            Http = fixture.Sender,
            Tokens = new MemoryTokens(fixture.Time),
            Documents = new InMemoryDocuments(),
            Time = fixture.Time,
        };
        return new BillbeeClient(context, BillbeeCredential.From(context));
    }

    private static async Task<FailureException> RefusedAsync(SenderFixture fixture, Task call) =>
        await Assert.ThrowsAsync<FailureException>(() => fixture.RunAsync(DoneAsync(call)));

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }
}
