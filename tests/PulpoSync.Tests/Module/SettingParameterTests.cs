using PulpoSync.Engine;
using PulpoSync.Module.Help;

namespace PulpoSync.Tests.Module;

public sealed class SettingParameterTests
{
    private static readonly CmdletMetadata Cmdlet = ModuleFolder.Cmdlets.Single(cmdlet => cmdlet.Name == "New-IntegrationConfig");

    [Fact]
    public async Task Every_setting_of_sales_orders_is_a_parameter_of_its_kind()
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions());

        Assert.All(runtime.GetSettings(IntegrationType.SalesOrders), setting =>
        {
            var parameter = Assert.Single(Cmdlet.Parameters, parameter => parameter.Name == setting.Name);
            Assert.Equal(TypeOf(setting.Kind), parameter.TypeName);
        });
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
