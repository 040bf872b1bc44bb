using System.Text.Json;
using PulpoSync.Engine;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Cli;

/// <summary>The published schema and example say what the reader does.</summary>
[Collection("Cli")]
public sealed class ImportSchemaTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"pulposync-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("", """{ "?": 1 }""")]
    [InlineData("store", """{ "stores": [ { "?": 1 } ] }""")]
    [InlineData("credential", """{ "credentials": [ { "?": 1 } ] }""")]
    [InlineData("integration", """{ "stores": [ { "integrations": [ { "?": 1 } ] } ] }""")]
    [InlineData("integration/properties/daily", """{ "stores": [ { "integrations": [ { "type": "stock", "daily": { "?": 1 } } ] } ] }""")]
    public async Task Schema_knows_the_same_properties_as_the_reader(string definition, string file)
    {
        await File.WriteAllTextAsync(_file, file);
        await _cli.RunAsync("import", _file, "--json");

        var message = _cli.OutLines.Single().GetProperty("message").GetString()!;
        var known = message[(message.IndexOf("Known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", ");
        Assert.Equal(Properties(definition).Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Example_is_imported()
    {
        Assert.Equal(0, await _cli.RunAsync("import", Repository.File("docs/import.example.json")));

        Assert.Contains("Berlin orders, daily", _cli.Runtime.Configs.Keys);
        Assert.All(Types().Select(type => type.GetString()), type => Assert.Contains(_cli.Runtime.Configs.Values, config => config.Type.ToStoredName() == type));
        Assert.Equal("env:PULPO_PASSWORD", _cli.Runtime.Credentials["PULPO"].Secrets["Password"]);
    }

    [Fact]
    public async Task Schema_describes_every_setting_of_every_type_in_its_form()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());
        var known = At("settings/properties");

        Assert.All(Enum.GetValues<IntegrationType>().SelectMany(runtime.GetSettings), setting =>
        {
            var described = known.GetProperty(setting.Name);
            Assert.Contains(FormOf(setting), described.GetRawText());
            Assert.Matches($@"\b{setting.Type.ToStoredName()}\b|^All but", described.GetProperty("description").GetString());
        });
    }

    [Fact]
    public async Task Schema_describes_nothing_but_settings_of_some_type()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());
        var settings = Enum.GetValues<IntegrationType>().SelectMany(runtime.GetSettings).ToLookup(setting => setting.Name, setting => setting.Type.ToStoredName());

        Assert.All(At("settings/properties").EnumerateObject(), property =>
        {
            Assert.True(settings.Contains(property.Name), $"{property.Name} is a setting of no type");
            var named = property.Value.GetProperty("description").GetString()!.Split('.')[0];
            var isAllBut = named.StartsWith("All but", StringComparison.Ordinal);
            Assert.All(
                Types().Select(type => type.GetString()!).Where(named.Split(' ', ',', ':', ';').Contains),
                type => Assert.NotEqual(isAllBut, settings[property.Name].Contains(type)));
        });
    }

    [Fact]
    public async Task Schema_offers_every_type_that_can_be_run()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());

        Assert.All(Types(), type => Assert.True(IntegrationTypes.TryParse(type.GetString(), out _)));
        Assert.All(
            runtime.GetConnectors().SelectMany(connector => connector.SourceOf),
            type => Assert.Contains(Types(), word => word.GetString() == type.ToStoredName()));
    }

    private static string FormOf(SettingInfo setting) => setting.Kind switch
    {
        "TextList" or "ChoiceList" => "\"#/$defs/list\"",
        "Map" => "\"#/$defs/map\"",
        "Switch" => "[\"boolean\", \"null\"]",
        "Number" => "[\"integer\", \"null\"]",
        "Choice" => $"[{string.Join(", ", setting.Choices.Select(choice => $"\"{choice}\""))}, null]",
        _ => "[\"string\", \"null\"]",
    };

    private static IEnumerable<string> Properties(string definition)
    {
        var at = At(definition);
        Assert.False(at.GetProperty("additionalProperties").GetBoolean());
        return at.GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }

    private static IEnumerable<JsonElement> Types() => At("integration/properties/type/anyOf").EnumerateArray().First().GetProperty("enum").EnumerateArray();

    private static JsonElement At(string definition)
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs/import.schema.json"))).RootElement;
        var steps = definition.Length == 0 ? [] : $"$defs/{definition}".Split('/');
        return steps.Aggregate(schema, (element, step) => element.GetProperty(step));
    }
}
