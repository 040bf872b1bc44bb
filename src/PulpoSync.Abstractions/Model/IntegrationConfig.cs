namespace PulpoSync;

/// <summary>A stored integration.</summary>
public sealed record IntegrationConfig
{
    /// <summary>Id in the store.</summary>
    public required long Id { get; init; }
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }
    /// <summary>What flows.</summary>
    public required IntegrationType Type { get; init; }
    /// <summary>Name of the credential to read from.</summary>
    public required string Source { get; init; }
    /// <summary>Name of the credential to write to.</summary>
    public required string Destination { get; init; }
    /// <summary>Settings that differ from their defaults, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
    /// <summary>Minutes between recurring runs; null for a daily integration.</summary>
    public int? Every { get; init; }
    /// <summary>Daily schedule; null for a recurring integration.</summary>
    public DailySchedule? Daily { get; init; }
    /// <summary>Time zone of calendar dates.</summary>
    public required string TimeZone { get; init; }
    /// <summary>False: left out by <c>--due</c>.</summary>
    public bool Enabled { get; init; } = true;
    /// <summary>When it was made; orders before it are not wanted unless StartFrom says so.</summary>
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>How far the source was read; null before the first run.</summary>
    public string? Cursor { get; init; }
    /// <summary>Start of the last run, also of a failed one; null before the first.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }
    /// <summary>When it is due next; null where it is off.</summary>
    public DateTimeOffset? NextDueAt { get; init; }
}
