namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes names of credentials.</summary>
public sealed class CredentialNameCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, CompletionCall call) =>
        runtime.GetCredentials().Select(credential => (credential.Name, $"{credential.System} {credential.Address}"));
}
