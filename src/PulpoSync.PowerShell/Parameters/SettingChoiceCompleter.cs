namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes the allowed words of the setting that a parameter is named after.</summary>
public sealed class SettingChoiceCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, string parameter) =>
        Enum.GetValues<IntegrationType>()
            .SelectMany(runtime.GetSettings)
            .Where(setting => string.Equals(setting.Name, parameter, StringComparison.OrdinalIgnoreCase))
            .SelectMany(setting => setting.Choices.Select(choice => (choice, setting.Description)))
            .DistinctBy(word => word.choice);
}
