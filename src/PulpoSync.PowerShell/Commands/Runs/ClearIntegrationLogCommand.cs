using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Deletes lines of the log. Runs, cursors and what is known of records stay.</summary>
[Cmdlet(VerbsCommon.Clear, "IntegrationLog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class ClearIntegrationLogCommand : IntegrationCommand
{
    /// <summary>Integrations, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[]? Integration { get; set; }

    /// <summary>Only lines that are older.</summary>
    [Parameter]
    public DateTimeOffset? Before { get; set; }

    private protected override void Process()
    {
        var before = Before ?? DateTimeOffset.UtcNow;
        if (Integration is null) Delete(null, before);
        else ForEach(Integration, name => Delete(name, before));
    }

    private void Delete(string? integration, DateTimeOffset before)
    {
        if (!ShouldProcess($"lines of {integration ?? "all integrations"} before {before:yyyy-MM-dd HH:mm:ss zzz}", "Clear log")) return;
        var deleted = Runtime.ClearLog(integration, before);
        WriteVerbose(FormattableString.Invariant($"{deleted} lines of {integration ?? "all integrations"} were deleted."));
    }
}
