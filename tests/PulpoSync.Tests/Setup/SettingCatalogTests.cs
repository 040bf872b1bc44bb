using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Tests.Setup;

public class SettingCatalogTests
{
    private const IntegrationType Type = IntegrationType.StatusUpdates;

    private static readonly FlowDefinition Flow = FlowCatalog.Find(Type)!;

    private static readonly ConnectorSpec Warehouse = new() { Name = "Warehouse", Description = "", SourceOf = [Type] };

    private static readonly ConnectorSpec Shop = new()
    {
        Name = "Shop", Description = "", DestinationOf = [Type], Settings = [Setting("Colour", "red", "RED", "GREEN"), Setting("ShopsOwn", null)],
    };

    private static readonly ConnectorSpec Hub = new()
    {
        Name = "Hub", Description = "", DestinationOf = [Type], Settings = [Setting("Colour", "blue", "GREEN", "BLUE")],
        Without =
        [
            (Type, Role.Destination, "lotstonote"), (Type, Role.Source, "ImportedTag"), (IntegrationType.Stock, Role.Destination, "StartFrom"),
        ],
    };

    [Fact]
    public void For_leaves_away_what_a_system_goes_without_on_that_side_and_in_that_type()
    {
        var gone = Names(SettingCatalog.For(Flow, Warehouse, Shop)).Except(Names(SettingCatalog.For(Flow, Warehouse, Hub)));
        Assert.Equal(["LotsToNote", "ShopsOwn"], gone);
    }

    [Fact]
    public void For_leaves_away_what_the_other_system_adds_too()
    {
        var strict = Warehouse with { Without = [(Type, Role.Source, "ShopsOwn")] };
        Assert.DoesNotContain("ShopsOwn", Names(SettingCatalog.For(Flow, strict, Shop)));
    }

    [Fact]
    public void Complete_gives_no_value_to_what_is_left_away()
    {
        var strict = Warehouse with { Without = [(Type, Role.Source, "Colour")] };
        var set = new Dictionary<string, string> { ["Colour"] = "GREEN" };
        Assert.Null(SettingCatalog.Complete(SettingCatalog.For(Flow, strict, Shop), set).Text("Colour"));
        Assert.Equal("GREEN", SettingCatalog.Complete(SettingCatalog.For(Flow, Warehouse, Shop), set).Text("Colour"));
    }

    [Fact]
    public void ForAny_has_what_some_integration_has_with_the_words_of_all_systems()
    {
        var any = SettingCatalog.ForAny(Flow, [Warehouse, Shop, Hub]);
        Assert.Equal(Names(SettingCatalog.For(Flow, Warehouse, Shop)), Names(any));
        Assert.Equal(["RED", "GREEN", "BLUE"], any.Single(spec => spec.Name == "Colour").Choices);
        Assert.DoesNotContain("LotsToNote", Names(SettingCatalog.ForAny(Flow, [Warehouse, Hub])));
    }

    [Fact]
    public void ForAny_of_a_type_that_no_two_systems_share_is_empty() => Assert.Empty(SettingCatalog.ForAny(Flow, [Shop, Hub]));

    private static IEnumerable<string> Names(IEnumerable<SettingSpec> specs) => specs.Select(spec => spec.Name);

    private static SystemSetting Setting(string name, string? otherwise, params string[] choices) => new(
        Type, Role.Destination, new SettingSpec { Name = name, Kind = choices.Length > 0 ? SettingKind.Choice : SettingKind.Text, Description = "", Default = otherwise, Choices = choices });
}
