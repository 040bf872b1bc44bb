using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Weight in kg, lengths in cm.</summary>
internal sealed record PackingBox : Entity
{
    public long PackingOrderId { get; init; }
    public int BoxNumber { get; init; }
    public string? Name { get; init; }
    public string? State { get; init; }
    public decimal? Weight { get; init; }
    public decimal? Length { get; init; }
    public decimal? Width { get; init; }
    public decimal? Height { get; init; }
    public JsonElement? Attributes { get; init; }
    public IReadOnlyList<PackingBoxItem> Items { get; init; } = [];
    public long? LoadedShippingBoxId { get; init; }
}
