using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Writes integrations and the credentials that they use into a file for Import-IntegrationConfig.</summary>
[Cmdlet(VerbsData.Export, "IntegrationConfig", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportIntegrationConfigCommand : IntegrationCommand
{
    private readonly List<string> _names = [];

    /// <summary>File to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Integrations, with wildcards.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Replace the file where it is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => _names.AddRange(Name);

    // One file for all that the pipeline names. A pipeline that names nothing must not mean everything.
    private protected override void End()
    {
        if (MyInvocation.ExpectingInput && _names.Count == 0) return;
        var file = GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(file, $"Export {(_names.Count == 0 ? "all integrations and credentials" : string.Join(", ", _names))}")) return;
        Runtime.ExportTo(file, _names, Force);
        WriteObject(new FileInfo(file));
    }
}
