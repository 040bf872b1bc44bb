namespace PulpoSync.Sandbox.Shopify;

/// <summary>An entry of <c>extensions.search</c>: a search with something to warn about.</summary>
internal sealed record SearchReport(string Path, string Query, SearchNode Parsed, IReadOnlyList<SearchWarning> Warnings);
