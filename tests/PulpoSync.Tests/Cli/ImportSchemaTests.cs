using System.Text.Json;
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

        Assert.Equal(["Berlin orders", "Berlin orders, daily"], _cli.Runtime.Configs.Keys);
        Assert.Equal("env:PULPO_PASSWORD", _cli.Runtime.Credentials["PULPO"].Secrets["Password"]);
    }

    private static IEnumerable<string> Properties(string definition)
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs/import.schema.json"))).RootElement;
        var steps = definition.Length == 0 ? [] : $"$defs/{definition}".Split('/');
        var at = steps.Aggregate(schema, (element, step) => element.GetProperty(step));
        Assert.False(at.GetProperty("additionalProperties").GetBoolean());
        return at.GetProperty("properties").EnumerateObject().Select(property => property.Name);
    }
}
