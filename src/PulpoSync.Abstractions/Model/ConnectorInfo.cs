namespace PulpoSync;

/// <summary>A system that can be connected, for help and completion.</summary>
public sealed record ConnectorInfo
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }
    /// <summary>One line.</summary>
    public required string Description { get; init; }
    /// <summary>Types it can be the source of.</summary>
    public required IReadOnlyList<IntegrationType> SourceOf { get; init; }
    /// <summary>Types it can be the destination of.</summary>
    public required IReadOnlyList<IntegrationType> DestinationOf { get; init; }
    /// <summary>Fields of its credential.</summary>
    public required IReadOnlyList<FieldInfo> CredentialFields { get; init; }
    /// <summary>Settings that it brings to integrations.</summary>
    public required IReadOnlyList<SettingInfo> Settings { get; init; }
}
