namespace PulpoSync.Engine.Setup.Import;

/// <summary>One entry of an import file: what it wants, or what is wrong with it.</summary>
/// <param name="Kind"><c>credential</c>, <c>integration</c> or, for what is wrong around them, <c>file</c> and <c>store</c>.</param>
/// <param name="Name">Name; null where the entry has none.</param>
/// <param name="Path">JSON path of the entry.</param>
internal sealed record ImportEntry(string Kind, string? Name, string Path)
{
    public CredentialDefinition? Credential { get; init; }
    public ConfigDefinition? Config { get; init; }

    /// <summary>Secrets of the credential that the store itself is said to keep: name and JSON path.</summary>
    public IReadOnlyList<(string Name, string Path)> KeptSecrets { get; init; } = [];

    /// <summary>Settings of the store around an integration; its own go before them.</summary>
    public IReadOnlyDictionary<string, string?> StoreSettings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Why the entry cannot be used; its target is the JSON path of the fault.</summary>
    public PulpoSyncException? Error { get; init; }
}
