using PulpoSync.Torture;
using PulpoSync.Torture.Faults;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>Short form of <c>faults</c>.</summary>
public class FaultsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Faults_at_endpoints_of_every_kind_lose_and_double_nothing()
    {
        var verdict = await FaultTorture.RunAsync(new TortureOptions(60, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.Empty(verdict.Findings);
    }
}
