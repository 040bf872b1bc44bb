using PulpoSync.PowerShell.Rendering;

namespace PulpoSync.Tests.PowerShell;

public sealed class DisplayTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(RunStatus.Running, "RUNNING")]
    [InlineData(RunStatus.Finished, "FINISHED")]
    [InlineData(RunStatus.FinishedPartially, "FINISHED PARTIALLY")]
    [InlineData(RunStatus.Failed, "FAILED")]
    [InlineData(RunStatus.Stopped, "STOPPED")]
    public void Status_reads_as_the_vendors_pages_write_it(RunStatus? status, string expected) => Assert.Equal(expected, Display.Status(status));

    [Theory]
    [InlineData(null, "")]
    [InlineData(62.9, "00:01:02")]
    public void Duration_is_shown_to_the_second(double? seconds, string expected) =>
        Assert.Equal(expected, Display.Duration(seconds is { } s ? TimeSpan.FromSeconds(s) : null));

    [Fact]
    public void Schedule_says_when_an_integration_runs()
    {
        var config = new IntegrationConfig { Id = 1, Name = "n", Type = IntegrationType.SalesOrders, Source = "s", Destination = "d", TimeZone = "UTC", Every = 10 };

        Assert.Equal("every 10 min", Display.Schedule(config));
        Assert.Equal("daily 03:05", Display.Schedule(config with { Daily = new DailySchedule { At = new TimeOnly(3, 5), TimeZone = "UTC" } }));
    }
}
