using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Lists runs, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationRun")]
[OutputType(typeof(IntegrationRun))]
public sealed class GetIntegrationRunCommand : IntegrationCommand
{
    /// <summary>Integrations, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Integration { get; set; } = ["*"];

    /// <summary>At most so many per name.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = 50;

    /// <summary>Started since.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    private protected override void Process() =>
        ForEach(Integration, name => WriteObject(Runtime.GetRuns(new RunQuery(name, Last, Since)), enumerateCollection: true));
}
