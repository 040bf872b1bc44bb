using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A tracking to make or to change: a number, or why there is none.</summary>
internal sealed record PulpoTrackingBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CarrierCode { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TrackingCode { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TrackingUrl { get; init; }

    /// <summary>Null takes an earlier one off.</summary>
    public string? ErrorMessage { get; init; }
    public bool RequiresAttention { get; init; }
}
