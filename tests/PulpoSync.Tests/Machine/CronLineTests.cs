using PulpoSync.Engine.Machine;

namespace PulpoSync.Tests.Machine;

public sealed class CronLineTests
{
    [Theory]
    [InlineData(1, "* * * * * ")]
    [InlineData(5, "*/5 * * * * ")]
    [InlineData(60, "0 * * * * ")]
    public void Line_begins_with_its_times(int every, string times) => Assert.StartsWith(times + "/usr/bin/pwsh", CronLine.Of(Some.Task(every: every)), StringComparison.Ordinal);

    [Fact]
    public void Line_quotes_what_a_shell_or_cron_would_take_apart() =>
        Assert.EndsWith(@"-StorePath '/Users/o'\''neil/100\% mine/p.db'", CronLine.Of(Some.Task(store: "/Users/o'neil/100% mine/p.db")), StringComparison.Ordinal);
}
