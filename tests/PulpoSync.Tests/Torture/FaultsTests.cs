using System.Reflection;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Torture;
using PulpoSync.Torture.Faults;
using PulpoSync.Torture.Reports;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Torture;

/// <summary>Short form of <c>faults</c>.</summary>
public class FaultsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Faults_at_endpoints_of_every_kind_lose_and_double_nothing()
    {
        var verdict = await FaultTorture.RunAsync(new TortureOptions(40, 1, output.WriteLine), CancellationToken.None);

        output.WriteLine(verdict.Figures);
        Assert.True(verdict.Findings.Count == 0, string.Join(Environment.NewLine, verdict.Findings));
    }

    [Fact]
    public void Page_shows_what_is_expected() => Assert.Equal(Expectations.Text(), ReliabilityPage.Read(Expectations.Page));

    [Fact]
    public void Endpoints_name_each_document_that_Shopify_is_asked()
    {
        var documents = typeof(ShopifyDocument).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null))
            .OfType<ShopifyDocument>().Select(document => document.Name).ToList();
        var named = Endpoints.All.Where(endpoint => endpoint.System == "shopify").Select(endpoint => endpoint.Operation).Concat(Endpoints.Elsewhere.Keys).ToList();

        Assert.NotEmpty(documents);
        Assert.Equal(documents.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
