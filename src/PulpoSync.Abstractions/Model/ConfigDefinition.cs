namespace PulpoSync;

/// <summary>What a user says about an integration. Null: on a change, leave as it is; on a new one, the default.</summary>
public sealed record ConfigDefinition
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }
    /// <summary>What flows.</summary>
    public IntegrationType? Type { get; init; }
    /// <summary>Name of the credential to read from.</summary>
    public string? Source { get; init; }
    /// <summary>Name of the credential to write to.</summary>
    public string? Destination { get; init; }
    /// <summary>
    /// Settings by name, as text; null as a value takes a setting back to its default. Lists are joined by line feeds, maps are lines of
    /// <c>from=to</c>, switches are <c>true</c> or <c>false</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
    /// <summary>Minutes between recurring runs, 1 to 60; 10 where none are set, or what the source asks for.</summary>
    public int? Every { get; init; }
    /// <summary>Time of day of a daily run (<c>HH:mm</c>); makes the integration a daily one.</summary>
    public string? DailyAt { get; init; }
    /// <summary>Days that a daily run looks back, 1 to 365.</summary>
    public int? LookbackDays { get; init; }
    /// <summary>Seconds between the last recurring start and the daily run, 0 to 3600.</summary>
    public int? GapSeconds { get; init; }
    /// <summary>Time zone of the daily time and of calendar dates; default: the machine's.</summary>
    public string? TimeZone { get; init; }
    /// <summary>False switches the integration off: <c>--due</c> leaves it out.</summary>
    public bool? Enabled { get; init; }
    /// <summary>True to save without asking the systems whether the settings name things that exist.</summary>
    public bool SkipCheck { get; init; }
}
