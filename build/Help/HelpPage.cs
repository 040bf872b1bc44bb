namespace PulpoSync.Module.Help;

/// <summary>What a page says of a cmdlet.</summary>
internal sealed record HelpPage(
    string Name,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<HelpExample> Examples,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters,
    IReadOnlyList<string> Output,
    IReadOnlyList<string> Related);
