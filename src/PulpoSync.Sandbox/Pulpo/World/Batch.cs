using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A lot, or the serial number of one piece.</summary>
internal sealed record Batch : Entity
{
    public required long ProductId { get; init; }
    public required string Number { get; init; }
    public required string Type { get; init; }
    public DateOnly? ExpirationDate { get; init; }
    public string? ClientId { get; init; }
    public long? ThirdPartyId { get; init; }
    public bool Deleted { get; init; }

    /// <summary>The day as a time, for filters.</summary>
    [JsonIgnore]
    public DateTime? ExpiresAt => ExpirationDate?.ToDateTime(TimeOnly.MinValue);
}
