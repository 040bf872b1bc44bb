using System.Text.Json;

namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public class JsonOutputTests
{
    private readonly CliFixture _cli = new();

    [Fact]
    public async Task Run_json_gives_one_object_per_event()
    {
        var counts = new RunCounts { Read = 10, Created = 4, Updated = 1, Cancelled = 1, Unchanged = 1, Skipped = 1, Failed = 1, Parked = 1 };
        _cli.Runtime.Events.AddRange(
        [
            new RunStarted("Käse", FakeRuntime.Now, 7, IntegrationType.SalesOrders, "manual"),
            new RunDetail("Käse", FakeRuntime.Now, "Page read."),
            new RunWarning("Käse", FakeRuntime.Now, "AddressWithheld", "By the plan."),
            new RecordSettled("Käse", FakeRuntime.Now, "1001", "gid://1", "Berlin/0", OutcomeKind.Skipped, "NoCustomer", "None."),
            new PageCommitted("Käse", FakeRuntime.Now, counts, "2026-11-24T09:00:00Z"),
            new RunFinished("Käse", FakeRuntime.Now, CliFixture.Run(RunStatus.FinishedPartially, "Käse", counts)),
            new RunSkipped("Other", FakeRuntime.Now, "Held", "By cli until 10:05."),
        ]);

        Assert.Equal(2, await _cli.RunAsync("run", "*", "--json"));

        Assert.Equal(
            ["runStarted", "runWarning", "recordSettled", "pageCommitted", "runFinished", "runSkipped"],
            _cli.OutLines.Select(line => line.GetProperty("event").GetString()));
        var finished = _cli.OutLines[4];
        Assert.Equal("Käse", finished.GetProperty("integration").GetString());
        Assert.Equal("sales_orders", finished.GetProperty("type").GetString());
        Assert.Equal("FinishedPartially", finished.GetProperty("status").GetString());
        Assert.Equal(1500, finished.GetProperty("durationMs").GetInt64());
        Assert.Equal(JsonValueKind.Null, finished.GetProperty("error").ValueKind);
        Assert.Equal(
            [10, 4, 1, 1, 1, 1, 1, 1],
            new[] { "read", "created", "updated", "cancelled", "unchanged", "skipped", "failed", "parked" }
                .Select(name => finished.GetProperty(name).GetInt32()));
        Assert.Contains("Käse", _cli.Out);
    }

    [Fact]
    public async Task Run_json_gives_details_only_when_verbose()
    {
        _cli.Runtime.Events.Add(new RunDetail("Berlin", FakeRuntime.Now, "Page read."));

        await _cli.RunAsync("run", "Berlin", "--json", "-v");

        Assert.Equal("runDetail", Assert.Single(_cli.OutLines).GetProperty("event").GetString());
    }

    [Fact]
    public async Task Run_json_tells_why_a_run_failed()
    {
        var error = new Failure(FailureKind.Authentication, "TokenRefused", "The token was refused.");
        _cli.Runtime.Events.Add(new RunFinished("Berlin", FakeRuntime.Now, CliFixture.Run(RunStatus.Failed, error: error)));

        Assert.Equal(1, await _cli.RunAsync("run", "Berlin", "--json"));

        var line = Assert.Single(_cli.OutLines).GetProperty("error");
        Assert.Equal("TokenRefused", line.GetProperty("code").GetString());
        Assert.Equal("The token was refused.", line.GetProperty("message").GetString());
        Assert.Empty(_cli.Error);
    }

    [Fact]
    public async Task Preview_json_carries_the_trace_of_the_rules()
    {
        _cli.Runtime.Events.Add(new RecordSettled("Berlin", FakeRuntime.Now, "1001", "key", "", OutcomeKind.Previewed, null, "Would be created.")
        {
            Trace = [new RuleNote("FinancialStatus", "Accept", "PAID")],
        });

        await _cli.RunAsync("run", "Berlin", "--preview", "--json");

        var note = Assert.Single(Assert.Single(_cli.OutLines).GetProperty("trace").EnumerateArray());
        Assert.Equal("FinancialStatus", note.GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("status", "integration")]
    [InlineData("runs", "status")]
    [InlineData("log", "message")]
    [InlineData("record 1001", "sourceKey")]
    [InlineData("connectors", "credentialFields")]
    [InlineData("credential list", "secrets")]
    [InlineData("credential test", "succeeded")]
    [InlineData("config list", "settings")]
    [InlineData("init", "keySource")]
    [InlineData("reset-cursor Berlin", "event")]
    [InlineData("credential remove acme", "event")]
    [InlineData("config remove Berlin", "event")]
    [InlineData("status --check", "state")]
    public async Task Every_command_knows_json(string line, string property)
    {
        Fill();

        Assert.InRange(await _cli.RunAsync([.. line.Split(' '), "--json"]), 0, 1);
        Assert.True(Assert.Single(_cli.OutLines).TryGetProperty(property, out _));

        await _cli.RunAsync(line.Split(' '));
        Assert.NotEmpty(_cli.Out);
        Assert.False(_cli.Out.StartsWith('{'));
    }

    private void Fill()
    {
        var run = CliFixture.Run(RunStatus.Finished);
        _cli.Runtime.Runs.Add(run);
        _cli.Runtime.Statuses.Add(new IntegrationStatus { Integration = "Berlin", Type = run.Type, Enabled = true, LastRun = run });
        _cli.Runtime.Log.Add(new IntegrationLogEntry { At = FakeRuntime.Now, Level = LogLevel.Warning, Code = "NoCustomer", Message = "None." });
        _cli.Runtime.Records.Add(new IntegrationRecord
        {
            Number = "1001", SourceKey = "gid://1", Part = "", Integration = "Berlin", Type = run.Type, State = LedgerState.Skipped,
            Reason = "NoCustomer", Message = "None.",
        });
        _cli.Runtime.Credentials["acme"] = new IntegrationCredential
        {
            Id = 1, Name = "acme", System = "Shopify", Address = "acme.myshopify.com",
            Secrets = new Dictionary<string, string> { ["AccessToken"] = "env:TOKEN" },
        };
        _cli.Runtime.Configs["Berlin"] = new IntegrationConfig
        {
            Id = 1, Name = "Berlin", Type = run.Type, Source = "acme", Destination = "wms", Every = 10, TimeZone = "UTC",
        };
    }
}
