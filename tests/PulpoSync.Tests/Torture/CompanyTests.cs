using PulpoSync.Torture;
using PulpoSync.Torture.Company;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>Short form of <c>company</c>.</summary>
public class CompanyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Processes_on_one_store_neither_lose_nor_double_anything()
    {
        var verdict = await CompanyTorture.RunAsync(new TortureOptions(1, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.Empty(verdict.Findings);
    }
}
