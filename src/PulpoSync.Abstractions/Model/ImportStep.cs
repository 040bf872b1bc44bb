namespace PulpoSync;

/// <summary>One entry of an import file, and what the import has to do with it.</summary>
/// <param name="Kind"><c>credential</c>, <c>integration</c> or, for what is wrong around them, <c>file</c> and <c>store</c>.</param>
/// <param name="Name">Its name; null where the entry has none.</param>
/// <param name="Path">Its JSON path.</param>
/// <param name="Action">What has to be done.</param>
public sealed record ImportStep(string Kind, string? Name, string Path, ImportAction Action)
{
    /// <summary>The credential that is wanted; null for anything else.</summary>
    public CredentialDefinition? Credential { get; init; }

    /// <summary>The integration that is wanted; null for anything else.</summary>
    public ConfigDefinition? Config { get; init; }

    /// <summary>Names of what differs; empty for anything that is not a change.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Why it is refused; null where it is not.</summary>
    public PulpoSyncException? Error { get; init; }
}
