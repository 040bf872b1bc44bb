using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A parcel's tracking; when the label failed, one with an error message and no code.</summary>
internal sealed record ShipmentTracking : Entity
{
    public long PackingBoxId { get; init; }
    public string? CarrierCode { get; init; }
    public string? TrackingCode { get; init; }
    public string? TrackingUrl { get; init; }
    public string? Status { get; init; }
    public string? ErrorMessage { get; init; }
    public string? ReturnLabelErrorMessage { get; init; }
    public bool RequiresAttention { get; init; }
    public bool Printed { get; init; }
    public decimal? ShipmentCost { get; init; }
    public string? ServicePointId { get; init; }
    public JsonElement? Attributes { get; init; }

    /// <summary>Whether it was deleted; then nobody finds it any more.</summary>
    [JsonIgnore]
    public bool Deleted { get; init; }
}
