using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Where.</summary>
internal sealed record PulpoAddressDetail
{
    public required string Street { get; init; }
    public string Street2 { get; init; } = "";
    public string HouseNr { get; init; } = "";
    public string Zip { get; init; } = "";
    public string City { get; init; } = "";
    public string State { get; init; } = "";
    public string Country { get; init; } = "";
    [JsonPropertyName("country_alpha2")]
    public string CountryAlpha2 { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>Never prints where it is.</summary>
    public override string ToString() => nameof(PulpoAddressDetail);
}
