using System.Management.Automation;
using PulpoSync.PowerShell.Errors;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Sets credentials and integrations up from a file: makes what is missing, changes what differs, leaves what is right.</summary>
[Cmdlet(VerbsData.Import, "IntegrationConfig", SupportsShouldProcess = true)]
[OutputType(typeof(ImportResult), typeof(ImportStep))]
public sealed class ImportIntegrationConfigCommand : IntegrationCommand
{
    private bool _hasStore;

    /// <summary>Files to read.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Save without asking the systems.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    /// <summary>Change nothing; give the plan, a step an entry.</summary>
    [Parameter]
    public SwitchParameter Preview { get; set; }

    private protected override void Process() => ForEach(Path, path =>
    {
        foreach (var step in Runtime.PlanImport(GetUnresolvedProviderPathFromPSPath(path)))
        {
            Cancellation.ThrowIfCancellationRequested();
            if (Preview)
            {
                Show(step, step.Error, step.Error?.Target ?? step.Path);
                continue;
            }

            if (IsChange(step) && !ShouldProcess($"{step.Kind} {step.Name}", step.Action.ToString())) continue;
            if (IsChange(step)) NeedStore();
            var result = Wait(Runtime.ImportAsync(step, SkipCheck, Cancellation));
            Show(result, result.Error, result.Path);
        }
    });

    private static bool IsChange(ImportStep step) => step.Action is ImportAction.Create or ImportAction.Change;

    private void NeedStore()
    {
        if (!_hasStore) Runtime.InitializeStore();
        _hasStore = true;
    }

    // An error with one entry does not keep the others from being done.
    private void Show(object entry, PulpoSyncException? error, string path)
    {
        if (error is not null)
        {
            if (error.EndsCommand()) throw error;
            WriteError(error.ToErrorRecord(path));
        }

        WriteObject(entry);
    }
}
