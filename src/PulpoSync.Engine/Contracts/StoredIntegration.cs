namespace PulpoSync.Engine.Contracts;

/// <summary>An integration as the store keeps it.</summary>
public sealed record StoredIntegration
{
    /// <summary>Id; 0 before it is saved.</summary>
    public long Id { get; init; }
    /// <summary>Unique name, compared without regard to case.</summary>
    public required string Name { get; init; }
    /// <summary>Type.</summary>
    public required IntegrationType Type { get; init; }
    /// <summary>Credential to read from.</summary>
    public required long SourceId { get; init; }
    /// <summary>Credential to write to.</summary>
    public required long DestinationId { get; init; }
    /// <summary>Settings that were set, in the form of <see cref="SettingBag"/>.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }
    /// <summary>Minutes between recurring runs; null for a daily integration.</summary>
    public int? Every { get; init; }
    /// <summary>Daily schedule; null for a recurring one.</summary>
    public DailySchedule? Daily { get; init; }
    /// <summary>Time zone of calendar dates, IANA or Windows name.</summary>
    public required string TimeZone { get; init; }
    /// <summary>False: left out when what is due runs.</summary>
    public bool Enabled { get; init; } = true;
    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>How far the source was read.</summary>
    public string? Cursor { get; init; }
    /// <summary>How far the changes at the destination were looked at, where it is watched.</summary>
    public string? WatchCursor { get; init; }
    /// <summary>Start of the last run that read its source from the cursor to the end.</summary>
    public DateTimeOffset? ReadAt { get; init; }
    /// <summary>Start of the last run.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }
    /// <summary>When it is due next; null: never by itself.</summary>
    public DateTimeOffset? NextDueAt { get; init; }
}
