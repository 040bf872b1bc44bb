namespace PulpoSync.Module.Help;

/// <summary>An example: what it is for, what to type, what happens.</summary>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);
