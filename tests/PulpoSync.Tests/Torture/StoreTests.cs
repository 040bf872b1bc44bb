using PulpoSync.Torture;
using PulpoSync.Torture.Store;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>Short form of <c>store</c>.</summary>
public class StoreTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Stores_that_are_spoilt_killed_or_restored_say_so_and_lose_nothing()
    {
        var verdict = await StoreTorture.RunAsync(new TortureOptions(40, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.True(verdict.Findings.Count == 0, string.Join(Environment.NewLine, verdict.Findings));
    }
}
