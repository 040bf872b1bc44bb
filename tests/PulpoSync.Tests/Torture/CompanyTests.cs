using PulpoSync.Torture;
using PulpoSync.Torture.Company;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>Short form of <c>company</c>.</summary>
public class CompanyTests(ITestOutputHelper output)
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(1, CompanyTorture.Cases)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Processes_on_one_store_neither_lose_nor_double_anything(int scenario)
    {
        var verdict = await CompanyTorture.RunAsync(new TortureOptions(1, 1, output.WriteLine, scenario), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.True(verdict.Findings.Count == 0, string.Join(Environment.NewLine, verdict.Findings));
    }
}
