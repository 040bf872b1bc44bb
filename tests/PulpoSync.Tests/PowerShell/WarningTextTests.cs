using PulpoSync.PowerShell.Rendering;

namespace PulpoSync.Tests.PowerShell;

public sealed class WarningTextTests
{
    [Fact]
    public void Of_one_code_only_so_many_are_shown_then_where_the_others_are()
    {
        var warnings = new WarningText();

        var texts = Enumerable.Range(1, 500).Select(i => warnings.Of(Warning("Stock Berlin", "NotStocked", $"SKU-{i} is not stocked."))).OfType<string>().ToList();

        Assert.Equal(21, texts.Count);
        Assert.Equal("Stock Berlin: SKU-20 is not stocked.", texts[19]);
        Assert.Equal("Stock Berlin: more warnings NotStocked; Get-IntegrationLog 'Stock Berlin' -Level Warning shows all.", texts[20]);
        Assert.NotNull(warnings.Of(Warning("Stock Berlin", "NoLocation", "Another code.")));
        Assert.NotNull(warnings.Of(Warning("Stock Hamburg", "NotStocked", "Another integration.")));
    }

    private static RunWarning Warning(string integration, string code, string message) => new(integration, DateTimeOffset.UnixEpoch, code, message);
}
