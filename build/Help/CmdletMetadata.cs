namespace PulpoSync.Module.Help;

/// <summary>A cmdlet as its class declares it.</summary>
internal sealed record CmdletMetadata(
    string Verb, string Noun, string? DefaultSet, bool SupportsShouldProcess, bool HighImpact, IReadOnlyList<ParameterMetadata> Parameters, IReadOnlyList<string> OutputTypes)
{
    /// <summary>Verb and noun.</summary>
    public string Name => $"{Verb}-{Noun}";

    /// <summary>Names of the parameter sets, the default first; one nameless where the cmdlet has none.</summary>
    public IReadOnlyList<string> Sets =>
    [
        .. Parameters.SelectMany(p => p.Bindings).Select(b => b.Set).OfType<string>().Distinct().DefaultIfEmpty("").OrderByDescending(set => set == DefaultSet),
    ];
}
