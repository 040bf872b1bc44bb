namespace PulpoSync.Engine.Contracts;

/// <summary>One setting of an integration: its only description.</summary>
public sealed record SettingSpec
{
    /// <summary>Name, in Pascal case; also the PowerShell parameter.</summary>
    public required string Name { get; init; }
    /// <summary>Form of the value.</summary>
    public required SettingKind Kind { get; init; }
    /// <summary>What it does, for help and Get-IntegrationConnector.</summary>
    public required string Description { get; init; }
    /// <summary>Value where none is set, in the form of <see cref="SettingBag"/>; null: unset.</summary>
    public string? Default { get; init; }
    /// <summary>Allowed words; case does not matter when typed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
    /// <summary>
    /// Other words for a choice, such as the vendor's own language or its number, to the choice that they mean. Case, blanks, hyphens and underscores
    /// do not matter when typed; what is kept is the choice.
    /// </summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();
    /// <summary>What a pair of a map looks like, for the message about one that is none.</summary>
    public string Pair { get; init; } = "Location=Warehouse";
    /// <summary>Smallest number.</summary>
    public int Minimum { get; init; }
    /// <summary>Largest number.</summary>
    public int Maximum { get; init; } = int.MaxValue;
    /// <summary>True where an integration cannot be without it.</summary>
    public bool Required { get; init; }
}
