using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox;

public sealed class FaultTests : IAsyncLifetime
{
    private const string AddTag = "mutation AddTag($id: ID!) { tagsAdd(id: $id, tags: [\"x\"]) { userErrors { message } } }";

    private ShopClient _client = null!;
    private Order _order = null!;

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync();
        _order = _client.Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A" }] });
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Status_answers_for_the_vendor_with_retry_after_and_nothing_is_executed()
    {
        Add(new Fault { Kind = FaultKind.Status, Status = 429, RetryAfter = 2.5, Operation = "AddTag" });

        using var refused = await SendAsync();
        using var next = await SendAsync();

        Assert.Equal((429, "2.5"), ((int)refused.StatusCode, Assert.Single(refused.Headers.GetValues("Retry-After"))));
        Assert.Equal(200, (int)next.StatusCode);
        Assert.Equal(["x"], _order.Tags);
    }

    [Fact]
    public async Task Status_after_effect_has_executed_the_request()
    {
        Add(new Fault { Kind = FaultKind.Status, Status = 502, AfterEffect = true });

        Assert.Equal(502, (int)(await SendAsync()).StatusCode);
        Assert.Equal(["x"], _order.Tags);
    }

    [Theory]
    [InlineData(FaultKind.CutBefore, false)]
    [InlineData(FaultKind.CutAfter, true)]
    [InlineData(FaultKind.CutBody, true)]
    public async Task Cut_loses_the_answer_before_or_after_the_write(FaultKind kind, bool isWritten)
    {
        Add(new Fault { Kind = kind });

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(isWritten, _order.Tags.Count == 1);
    }

    [Fact]
    public async Task Timeout_never_answers_and_executes_nothing()
    {
        var fault = Add(new Fault { Kind = FaultKind.Timeout });
        using var leaving = new CancellationTokenSource();

        var call = _client.SendAsync(AddTag, new { id = _order.Gid }, ct: leaving.Token);
        await fault.Reached;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(_order.Tags);
    }

    [Theory]
    [InlineData(FaultKind.HangBefore, 0)]
    [InlineData(FaultKind.HangAfter, 1)]
    public async Task Hang_holds_the_request_at_a_known_point_until_released(FaultKind kind, int tagsWhileHeld)
    {
        var fault = Add(new Fault { Kind = kind });

        var call = SendAsync();
        await fault.Reached;
        Assert.Equal(tagsWhileHeld, _order.Tags.Count);
        Assert.False(call.IsCompleted);
        fault.Release();

        Assert.Equal(200, (int)(await call).StatusCode);
        Assert.Single(_order.Tags);
    }

    [Fact]
    public async Task Hang_that_outlives_its_client_is_executed_when_released()
    {
        var fault = Add(new Fault { Kind = FaultKind.HangBefore, OutlivesClient = true });
        using var leaving = new CancellationTokenSource();

        var call = _client.SendAsync(AddTag, new { id = _order.Gid }, ct: leaving.Token);
        await fault.Reached;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(_order.Tags);
        fault.Release();
        await fault.Ended;

        Assert.Single(_order.Tags);
    }

    [Theory]
    [InlineData(FaultKind.Throttled, "THROTTLED")]
    [InlineData(FaultKind.InternalError, "INTERNAL_SERVER_ERROR")]
    public async Task Errors_of_the_vendor_are_a_200_and_nothing_is_executed(FaultKind kind, string code)
    {
        Add(new Fault { Kind = kind });

        var answer = JsonNode.Parse(await (await SendAsync()).Content.ReadAsStringAsync())!;

        Assert.Equal(code, (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Empty(_order.Tags);
    }

    [Fact]
    public async Task Html_empty_body_and_redirect_are_no_json()
    {
        Add(new Fault { Kind = FaultKind.Html, Status = 502 });
        Add(new Fault { Kind = FaultKind.EmptyBody, Status = 200 });
        Add(new Fault { Kind = FaultKind.Redirect });

        using var html = await SendAsync();
        using var empty = await SendAsync();
        using var redirect = await SendAsync();

        Assert.Equal("text/html", html.Content.Headers.ContentType!.MediaType);
        Assert.Equal("", await empty.Content.ReadAsStringAsync());
        Assert.Equal((302, true), ((int)redirect.StatusCode, redirect.Headers.Location is not null));
    }

    [Fact]
    public async Task Fault_hits_the_nth_matching_request_so_many_times()
    {
        var fault = Add(new Fault { Kind = FaultKind.Status, System = "shopify", Method = "POST", Path = "graphql.json", Nth = 2, Count = 2 });
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++) statuses.Add((int)(await SendAsync()).StatusCode);

        Assert.Equal([200, 503, 503, 200, 200], statuses);
        Assert.Equal(2, fault.Hits);
    }

    [Fact]
    public async Task Fault_by_probability_is_the_same_for_the_same_seed()
    {
        var first = await DrawAsync();
        var second = await DrawAsync();

        Assert.Equal(first, second);
        Assert.Contains(503, first);
        Assert.Contains(200, first);

        async Task<List<int>> DrawAsync()
        {
            _client.Host.Faults.Clear();
            Add(new Fault { Kind = FaultKind.Status, Probability = 0.5, Count = 0, Seed = 7 });
            var statuses = new List<int>();
            for (var i = 0; i < 20; i++) statuses.Add((int)(await SendAsync()).StatusCode);
            return statuses;
        }
    }

    [Fact]
    public async Task Control_adds_shows_and_removes_faults()
    {
        var control = new Uri(_client.Host.Address, "control/faults");
        (await _client.Http.PostAsJsonAsync(control, new { kind = "Status", status = 500, count = 0 })).EnsureSuccessStatusCode();
        Assert.Equal(500, (int)(await SendAsync()).StatusCode);
        Assert.Equal(1, (int)(await _client.Http.GetFromJsonAsync<JsonArray>(control))![0]!["hits"]!);

        (await _client.Http.DeleteAsync(control)).EnsureSuccessStatusCode();

        Assert.Equal(200, (int)(await SendAsync()).StatusCode);
    }

    [Fact]
    public async Task Control_releases_what_a_fault_holds()
    {
        var control = new Uri(_client.Host.Address, "control/faults");
        var fault = Add(new Fault { Kind = FaultKind.HangAfter });
        var call = SendAsync();
        await fault.Reached;
        Assert.True((bool)(await _client.Http.GetFromJsonAsync<JsonArray>(control))![0]!["isReached"]!);

        (await _client.Http.PostAsync(new Uri($"{control}/{fault.Id}/release"), null)).EnsureSuccessStatusCode();

        Assert.Equal(200, (int)(await call).StatusCode);
    }

    private Fault Add(Fault fault) => _client.Host.Faults.Add(fault);

    private Task<HttpResponseMessage> SendAsync() => _client.SendAsync(AddTag, new { id = _order.Gid });
}
