using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Lets integrations read their source from StartFrom again at their next run.</summary>
[Cmdlet(VerbsCommon.Reset, "IntegrationCursor", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class ResetIntegrationCursorCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = [];

    private protected override void Process() => ForEach(Name, pattern =>
    {
        var names = Runtime.GetConfigs(pattern).Select(config => config.Name).ToArray();
        ForEach(names, name =>
        {
            if (ShouldProcess(name, "Read the source from its start again")) Runtime.ResetCursor(name);
        });
    });
}
