using PulpoSync.Torture;
using PulpoSync.Torture.Secrets;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>The short form: one round, with a third of the faults.</summary>
[Collection("Cli")]
public sealed class SecretsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_secret_and_no_person_is_found_anywhere()
    {
        var verdict = await SecretsTorture.RunAsync(new TortureOptions(1, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.True(verdict.Findings.Count == 0, string.Join(Environment.NewLine, verdict.Findings));
    }
}
