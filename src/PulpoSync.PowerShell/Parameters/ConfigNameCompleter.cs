namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes names of integrations.</summary>
public sealed class ConfigNameCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, CompletionCall call) =>
        runtime.GetConfigs().Select(config => (config.Name, $"{config.Type.ToStoredName()} {config.Source} -> {config.Destination}"));
}
