using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Asks the systems whether integrations could run: credentials, and whether settings name things that exist.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IntegrationConfig")]
[OutputType(typeof(ConfigCheck), typeof(bool))]
public sealed class TestIntegrationConfigCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Give true or false only.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Process() => ForEach(Name, pattern =>
    {
        var names = Runtime.GetConfigs(pattern).Select(config => config.Name).ToArray();
        ForEach(names, name =>
        {
            var check = Wait(Runtime.TestConfigAsync(name, Cancellation));
            WriteObject(Quiet ? check.Succeeded : check);
        });
    });
}
