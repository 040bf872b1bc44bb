namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes names of systems.</summary>
public sealed class SystemCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, string parameter) =>
        runtime.GetConnectors().Select(connector => (connector.Name, connector.Description));
}
