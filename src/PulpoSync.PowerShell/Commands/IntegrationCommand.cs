using System.ComponentModel;
using System.Management.Automation;
using PulpoSync.PowerShell.Errors;
using PulpoSync.PowerShell.Loading;

namespace PulpoSync.PowerShell.Commands;

/// <summary>What all cmdlets share: the store, the engine when it is first needed, cancellation, and errors.</summary>
/// <remarks>
/// The engine is opened for one command and closed with it, so that no session keeps a store open. That takes some two milliseconds.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IntegrationCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private IPulpoSyncRuntime? _runtime;

    /// <summary>Path of the store.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StorePath { get; set; }

    private protected IPulpoSyncRuntime Runtime => _runtime ??= OpenRuntime();

    /// <summary>Cancelled by Ctrl+C.</summary>
    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _runtime?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _runtime = null;
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(End);

    /// <inheritdoc/>
    protected override void StopProcessing() => Cancel();

    /// <summary>What the cmdlet does with one object of the pipeline.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>What the cmdlet does once the pipeline has ended.</summary>
    private protected virtual void End()
    {
    }

    private protected void Cancel() => _cancellation.Cancel();

    /// <summary>Does the same for each name. An error with one of several does not keep the others from being done.</summary>
    private protected void ForEach(IReadOnlyList<string> names, Action<string> action)
    {
        foreach (var name in names) Guard(() => action(name), name, oneOfMany: names.Count > 1);
    }

    private protected static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private void Guard(Action action) => Guard(action, target: null, oneOfMany: false);

    private void Guard(Action action, string? target, bool oneOfMany)
    {
        try
        {
            action();
        }
        catch (PulpoSyncException e)
        {
            var error = e.ToErrorRecord(target);
            // Of many rows the one at fault is found by its name.
            if (MyInvocation.ExpectingInput && !string.IsNullOrWhiteSpace(target) && !e.Message.Contains($"\"{target}\"", StringComparison.Ordinal))
                error.ErrorDetails = new ErrorDetails($"{target}: {e.Message}");
            if (e.EndsCommand() || !(oneOfMany || MyInvocation.ExpectingInput)) ThrowTerminatingError(error);
            WriteError(error);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private IPulpoSyncRuntime OpenRuntime() => EngineLoader.Open(new RuntimeOptions
    {
        StorePath = StorePath is null ? null : GetUnresolvedProviderPathFromPSPath(StorePath),
        VaultReader = SecretVault.Read,
        Host = "pwsh",
    });
}
