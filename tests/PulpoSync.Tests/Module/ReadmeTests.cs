using System.Text.RegularExpressions;
using PulpoSync.Engine;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Tests.Module;

/// <summary>What the README promises is what the engine has.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(ModuleFolder.Source("README.md"));

    public static TheoryData<IntegrationType> Types => new(FlowCatalog.All.Select(flow => flow.Type));

    public static TheoryData<IntegrationType> TypesOfShopify => new(ShopifySpec.Spec.SourceOf.Concat(ShopifySpec.Spec.DestinationOf));

    [Theory]
    [MemberData(nameof(TypesOfShopify))]
    public void Scopes_are_those_that_the_type_needs(IntegrationType type)
    {
        var row = Assert.Single(Lines, line => line.StartsWith($"| `{type.ToStoredName()}` | `", StringComparison.Ordinal));
        var named = Scope().Matches(row).Select(match => match.Groups[1].Value).Where(scope => scope != ShopifyScopes.AllOrders);

        Assert.Equal(ShopifyScopes.NeededFor(type).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Settings_are_all_in_the_table_of_their_type(IntegrationType type)
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());
        var table = string.Join('\n', Lines.SkipWhile(line => line != $"### {Title(type)}").Skip(1).TakeWhile(line => !line.StartsWith('#')));

        Assert.All(runtime.GetSettings(type), setting => Assert.Contains($"`{setting.Name}`", table, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_is_in_the_list_of_what_is_carried(IntegrationType type) =>
        Assert.Single(Lines, line => line.EndsWith($" → warehouse | `{type.ToStoredName()}` |", StringComparison.Ordinal)
            || line.EndsWith($" → shop | `{type.ToStoredName()}` |", StringComparison.Ordinal));

    private static string Title(IntegrationType type) => type switch
    {
        IntegrationType.SalesOrders => "Sales orders",
        IntegrationType.SalesOrdersPos => "Counter sales",
        IntegrationType.GenerateShipments => "Shipments",
        IntegrationType.ShippingLabels => "Shipping labels",
        IntegrationType.StatusUpdates => "Status updates",
        _ => type.ToString(),
    };

    [GeneratedRegex("`((?:read|write)_[a-z_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Scope();
}
