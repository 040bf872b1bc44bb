namespace PulpoSync;

/// <summary>A setting of an integration, for help and completion.</summary>
public sealed record SettingInfo
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }
    /// <summary>Integration type.</summary>
    public required IntegrationType Type { get; init; }
    /// <summary>Form of the value (<c>Text</c>, <c>TextList</c>, <c>Choice</c>, <c>ChoiceList</c>, <c>Switch</c>, <c>Number</c>, <c>Moment</c>, <c>Map</c>).</summary>
    public required string Kind { get; init; }
    /// <summary>What it does.</summary>
    public required string Description { get; init; }
    /// <summary>Default; null: unset.</summary>
    public string? Default { get; init; }
    /// <summary>Allowed words.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
