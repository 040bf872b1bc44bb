namespace PulpoSync.Module.Help;

/// <summary>A parameter of a cmdlet.</summary>
internal sealed record ParameterMetadata(
    string Name, string TypeName, bool IsSwitch, IReadOnlyList<string> Choices, IReadOnlyList<string> Aliases, bool Wildcards, IReadOnlyList<ParameterBinding> Bindings)
{
    /// <summary>How the parameter binds in a set; null where it is no part of it.</summary>
    public ParameterBinding? In(string set) => Bindings.FirstOrDefault(b => b.Set is null || b.Set == set);
}
