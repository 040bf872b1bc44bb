using System.Reflection;
using PulpoSync.Engine;
using PulpoSync.Engine.Flows;
using PulpoSync.Module.Help;
using PulpoSync.PowerShell.Commands;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.Tests.Module;

public sealed class SettingParameterTests
{
    public static TheoryData<IntegrationType> Types => new(FlowCatalog.All.Select(flow => flow.Type));

    private static readonly CmdletMetadata Cmdlet = ModuleFolder.Cmdlets.Single(cmdlet => cmdlet.Name == "New-IntegrationConfig");

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_setting_is_a_parameter_of_its_kind(IntegrationType type)
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());

        Assert.All(runtime.GetSettings(type), setting =>
        {
            var parameter = Assert.Single(Cmdlet.Parameters, parameter => parameter.Name == setting.Name);
            Assert.Equal(TypeOf(setting.Kind), parameter.TypeName);
        });
    }

    [Fact]
    public async Task Every_parameter_of_a_setting_is_a_setting_of_some_type()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());
        var settings = Enum.GetValues<IntegrationType>().SelectMany(runtime.GetSettings).Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);
        var parameters = typeof(SettingsCommand).GetProperties().Where(property => property.CustomAttributes.Any(data => data.AttributeType.Name == "SettingAttribute")).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.Contains(parameter.Name, settings));
        // Whatever else the class of the settings declares as a parameter would slip by without the mark.
        Assert.All(
            typeof(SettingsCommand).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property => property.CustomAttributes.Any(data => data.AttributeType.Name == "ParameterAttribute")),
            parameter => Assert.Contains(parameter, parameters));
    }

    [Fact]
    public async Task Every_setting_with_words_to_choose_from_completes_them()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());
        var choices = Enum.GetValues<IntegrationType>().SelectMany(runtime.GetSettings).Where(setting => setting.Choices.Count > 0).Select(setting => setting.Name);

        Assert.All(choices, name => Assert.Contains(
            typeof(SettingsCommand).GetProperty(name)!.GetCustomAttributesData(),
            data => data.AttributeType.Name == "ArgumentCompleterAttribute" && data.ConstructorArguments[0].Value is Type type && type == typeof(SettingChoiceCompleter)));
    }

    private static string TypeOf(string kind) => kind switch
    {
        "TextList" or "ChoiceList" => "String[]",
        "Switch" => "SwitchParameter",
        "Number" => "Int32",
        "Map" => "IDictionary",
        _ => "String",
    };
}
