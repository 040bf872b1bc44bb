using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Rendering;

/// <summary>Words the warnings of runs: of one integration so many of one code, since a thousand articles may have the same trouble. The log has them all.</summary>
internal sealed class WarningText
{
    private const int Most = 20;
    private readonly Dictionary<(string Integration, string Code), int> _shown = [];

    /// <summary>What to show; null: nothing more of this.</summary>
    public string? Of(RunWarning warning)
    {
        var key = (warning.Integration, warning.Code);
        var count = _shown[key] = _shown.GetValueOrDefault(key) + 1;
        return count switch
        {
            <= Most => $"{warning.Integration}: {warning.Message}",
            Most + 1 => $"{warning.Integration}: more warnings {warning.Code}; Get-IntegrationLog {CompletionWords.Quote(warning.Integration)} -Level Warning shows all.",
            _ => null,
        };
    }
}
