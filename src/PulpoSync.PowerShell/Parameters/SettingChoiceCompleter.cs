namespace PulpoSync.PowerShell.Parameters;

/// <summary>
/// Completes the allowed words of the setting that a parameter is named after. Several types may have a setting of one name with words of their own: those of the
/// integration's type are offered where it is known, and where the type has no such setting, or is not typed yet, those of all.
/// </summary>
public sealed class SettingChoiceCompleter : EngineCompleter
{
    private protected override IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, CompletionCall call)
    {
        var settings = Enum.GetValues<IntegrationType>()
            .SelectMany(runtime.GetSettings)
            .Where(setting => string.Equals(setting.Name, call.Parameter, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var type = TypeOf(runtime, call);
        var own = settings.Where(setting => setting.Type == type).ToArray();
        return (own.Length > 0 ? own : settings)
            .SelectMany(setting => setting.Choices.Select(choice => (choice, setting.Description)))
            .DistinctBy(word => word.choice);
    }

    // Of an integration that exists only the name is typed.
    private static IntegrationType? TypeOf(IPulpoSyncRuntime runtime, CompletionCall call)
    {
        if (call.Given("Type") is { } word) return IntegrationTypes.TryParse(word, out var type) ? type : null;
        if (call.Given("Name") is not { } name) return null;
        try
        {
            var types = runtime.GetConfigs(name).Select(config => config.Type).Distinct().ToArray();
            return types.Length == 1 ? types[0] : null;
        }
        catch (PulpoSyncException)
        {
            // A new name, or no store yet.
            return null;
        }
    }
}
