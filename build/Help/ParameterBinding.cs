namespace PulpoSync.Module.Help;

/// <summary>How a parameter binds in one parameter set.</summary>
/// <param name="Set">Parameter set; null: all.</param>
/// <param name="Mandatory">Must be given.</param>
/// <param name="Position">Position; null: by name only.</param>
/// <param name="ByValue">Takes the pipeline's object.</param>
/// <param name="ByPropertyName">Takes the property of the same name.</param>
internal sealed record ParameterBinding(string? Set, bool Mandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    /// <summary>Pipeline input as help files write it.</summary>
    public string PipelineInput => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
