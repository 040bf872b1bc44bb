using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Asks runs at work to stop at their next page, whichever process they work in.</summary>
[Cmdlet(VerbsLifecycle.Stop, "Integration", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationRun))]
public sealed class StopIntegrationCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Come back only when they have ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Give the runs back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => ForEach(Name, name =>
    {
        if (!ShouldProcess(name, "Stop runs")) return;
        var runs = IntegrationCommand.Wait(Runtime.StopAsync(name, Wait, Cancellation));
        if (PassThru) WriteObject(runs, enumerateCollection: true);
    });
}
