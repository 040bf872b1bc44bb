namespace PulpoSync.Sandbox.Shopify;

/// <summary>A variable's value does not fit its type.</summary>
internal sealed class VariableProblemException(IReadOnlyList<object> path, string explanation) : Exception(explanation)
{
    /// <summary>The place inside the value; empty for the value as a whole.</summary>
    public IReadOnlyList<object> Path { get; } = path;
}
