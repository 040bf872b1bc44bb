using System.Collections;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>What is being completed, and what was typed before it.</summary>
/// <param name="Parameter">Parameter whose value is wanted.</param>
/// <param name="Bound">Parameters that have values already; null: none.</param>
internal sealed record CompletionCall(string Parameter, IDictionary? Bound)
{
    /// <summary>Text that was typed for another parameter; null: none.</summary>
    public string? Given(string parameter) => Bound?[parameter] is { } value ? value.ToString() : null;
}
