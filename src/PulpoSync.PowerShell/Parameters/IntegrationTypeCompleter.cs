using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes integration types by their stored names; what was typed may also begin the enum's name.</summary>
public sealed class IntegrationTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Enum.GetValues<IntegrationType>()
            .Where(type => CompletionWords.Fits(type.ToStoredName(), wordToComplete) || CompletionWords.Fits(type.ToString(), wordToComplete))
            .Select(type => new CompletionResult(type.ToStoredName(), type.ToStoredName(), CompletionResultType.ParameterValue, type.ToString()));
}
