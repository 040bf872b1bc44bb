using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record ShippingMethod : Entity
{
    public required string Name { get; init; }
    public string? Carrier { get; init; }
    public string? Service { get; init; }
    public bool FetchLabel { get; init; }
    public long? MerchantId { get; init; }
    public long? MerchantChannelId { get; init; }

    /// <summary>Whether another service makes the labels: then boxes leave the packer without any.</summary>
    [JsonIgnore]
    public bool LabelsElsewhere { get; init; }
}
