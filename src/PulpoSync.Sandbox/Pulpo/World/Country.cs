using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record Country : Entity
{
    [JsonPropertyName("alpha_2")]
    public required string Alpha2 { get; init; }

    [JsonPropertyName("alpha_3")]
    public required string Alpha3 { get; init; }

    /// <summary>ISO 3166-1 numeric, three digits.</summary>
    public required string CountryCode { get; init; }

    public required string CountryName { get; init; }

    [JsonPropertyName("iso_3166_2")]
    public string Iso31662 => $"ISO 3166-2:{Alpha2}";
}
