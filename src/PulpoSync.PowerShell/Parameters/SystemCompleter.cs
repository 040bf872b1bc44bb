namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes names of systems.</summary>
public sealed class SystemCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, CompletionCall call) =>
        runtime.GetConnectors().Select(connector => (connector.Name, connector.Description));
}
