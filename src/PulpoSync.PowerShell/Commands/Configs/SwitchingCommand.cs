using System.ComponentModel;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>What Enable- and Disable-IntegrationConfig share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SwitchingCommand : IntegrationCommand
{
    /// <summary>Names, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Give the changed integrations back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void SwitchAll(bool on) => ForEach(Name, pattern =>
    {
        var names = Runtime.GetConfigs(pattern).Where(config => config.Enabled != on).Select(config => config.Name).ToArray();
        ForEach(names, name =>
        {
            if (!ShouldProcess(name, on ? "Enable integration" : "Disable integration")) return;
            // Nothing is asked of the systems: switching off has to work when they do not.
            var changed = Wait(Runtime.SetConfigAsync(new ConfigDefinition { Name = name, Enabled = on, SkipCheck = true }, Cancellation));
            if (PassThru) WriteObject(changed);
        });
    });
}
