namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A country; <paramref name="CountryCode"/> is its number as text (<c>276</c>).</summary>
internal sealed record PulpoCountry(
    [property: System.Text.Json.Serialization.JsonPropertyName("alpha_2")] string? Alpha2, string? CountryCode, string? CountryName);
