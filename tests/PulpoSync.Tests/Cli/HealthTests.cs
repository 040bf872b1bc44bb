namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public class HealthTests
{
    private readonly CliFixture _cli = new();

    [Theory]
    [InlineData(RunStatus.Finished, 0, 5, true, "OK", 0)]
    [InlineData(RunStatus.Stopped, 0, 5, true, "OK", 0)]
    [InlineData(RunStatus.FinishedPartially, 0, 5, true, "WARNING", 1)]
    [InlineData(RunStatus.Finished, 3, 5, true, "WARNING", 1)]
    [InlineData(RunStatus.Failed, 0, 5, true, "CRITICAL", 2)]
    [InlineData(RunStatus.Finished, 0, -59, true, "OK", 0)]
    [InlineData(RunStatus.Finished, 0, -61, true, "CRITICAL", 2)]
    [InlineData(RunStatus.Running, 0, -61, true, "OK", 0)]
    [InlineData(null, 0, -61, true, "CRITICAL", 2)]
    [InlineData(RunStatus.Failed, 3, -61, false, "OK", 0)]
    public async Task Check_answers_as_monitoring_systems_expect(
        RunStatus? last, int parked, int dueInMinutes, bool enabled, string state, int exitCode)
    {
        _cli.Runtime.Statuses.Add(new IntegrationStatus
        {
            Integration = "Berlin", Type = IntegrationType.SalesOrders, Enabled = enabled, Parked = parked,
            LastRun = last is { } status ? CliFixture.Run(status) : null, NextDueAt = FakeRuntime.Now.AddMinutes(dueInMinutes),
        });

        Assert.Equal(exitCode, await _cli.RunAsync("status", "--check"));
        Assert.StartsWith(state + ": ", _cli.Out);
        Assert.Single(_cli.Out.Trim().Split('\n'));
    }

    [Theory]
    [InlineData(59, true, "OK", 0)]
    [InlineData(61, true, "CRITICAL", 2)]
    [InlineData(61, false, "OK", 0)]
    public async Task Check_sees_what_is_started_and_comes_to_no_run(int heldUpMinutes, bool enabled, string state, int exitCode)
    {
        _cli.Runtime.Statuses.Add(new IntegrationStatus
        {
            Integration = "Stock", Type = IntegrationType.Stock, Enabled = enabled, LastRun = CliFixture.Run(RunStatus.Finished),
            NextDueAt = FakeRuntime.Now.AddMinutes(5), HeldUpSince = FakeRuntime.Now.AddMinutes(-heldUpMinutes),
        });

        Assert.Equal(exitCode, await _cli.RunAsync("status", "--check"));
        Assert.StartsWith(state + ": ", _cli.Out);
    }

    [Fact]
    public async Task Check_without_a_store_is_unknown()
    {
        _cli.Runtime.Error = new PulpoSyncException(ErrorIds.StoreNotFound, "There is no store.");

        Assert.Equal(3, await _cli.RunAsync("status", "--check"));
        Assert.Equal("UNKNOWN: There is no store.", _cli.Out.Trim());
    }
}
