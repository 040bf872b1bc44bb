using PulpoSync.Torture.Mutations;
using PulpoSync.Torture;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>The short form of the torture by bad input.</summary>
[Collection(nameof(Alone))]
public class MutationsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Bad_input_ends_with_a_reason()
    {
        var verdict = await MutationTorture.RunAsync(new TortureOptions(3000, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.True(verdict.Findings.Count == 0, string.Join('\n', verdict.Findings));
    }
}
