using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PulpoSync.PowerShell.Loading;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Completes from what the engine knows. Whatever goes wrong or takes long completes nothing: a key press must neither fail nor wait.</summary>
public abstract class EngineCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var call = new CompletionCall(parameterName, fakeBoundParameters);
        return Ask(call).Where(word => CompletionWords.Fits(word.Word, wordToComplete)).Select(Result).ToArray();
    }

    /// <summary>The words to choose from, each with a line that explains it.</summary>
    private protected abstract IEnumerable<(string Word, string ToolTip)> Words(IPulpoSyncRuntime runtime, CompletionCall call);

    private (string Word, string ToolTip)[] Ask(CompletionCall call)
    {
        try
        {
            var asking = Task.Run(async () =>
            {
                await using var runtime = EngineLoader.Open(new RuntimeOptions { StorePath = call.Given("StorePath"), Host = "pwsh" });
                return Words(runtime, call).ToArray();
            });
            return asking.Wait(Patience) ? asking.Result : [];
        }
        catch (AggregateException)
        {
            return [];
        }
    }

    private static CompletionResult Result((string Word, string ToolTip) word) => new(
        CompletionWords.Quote(word.Word), word.Word, CompletionResultType.ParameterValue, string.IsNullOrEmpty(word.ToolTip) ? word.Word : word.ToolTip);
}
