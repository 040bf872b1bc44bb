using PulpoSync.Torture;
using PulpoSync.Torture.Kills;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>Short form of <c>kills</c>.</summary>
public class KillsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Runs_of_every_type_killed_wherever_it_hurts_leave_both_worlds_equal()
    {
        var verdict = await KillTorture.RunAsync(new TortureOptions(25, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.True(verdict.Findings.Count == 0, string.Join(Environment.NewLine, verdict.Findings));
    }
}
