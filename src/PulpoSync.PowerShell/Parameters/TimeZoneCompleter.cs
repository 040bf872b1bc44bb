using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes time zones that this machine knows.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => CompletionWords.Fits(zone.Id, wordToComplete))
            .Select(zone => new CompletionResult(CompletionWords.Quote(zone.Id), zone.Id, CompletionResultType.ParameterValue, zone.DisplayName));
}
