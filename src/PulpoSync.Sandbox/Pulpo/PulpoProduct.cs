using System.Text.Json;

namespace PulpoSync.Sandbox;

/// <summary>A product as it lies in the tenant, for checks that do not go through the API.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="Sku">The SKU.</param>
/// <param name="Name">The name.</param>
/// <param name="Description">The description; null without one.</param>
/// <param name="Active">Whether it is active.</param>
/// <param name="Barcodes">The barcodes.</param>
/// <param name="ManagementType">none, lot or serial.</param>
/// <param name="Categories">The codes of its categories, which PULPO's screens call tags.</param>
/// <param name="Supplier">The default supplier's identifier number; null without one.</param>
/// <param name="CostPrice">The price.</param>
/// <param name="Weight">The weight in kg.</param>
/// <param name="Length">The length in cm.</param>
/// <param name="Width">The width in cm.</param>
/// <param name="Height">The height in cm.</param>
/// <param name="Attributes">The attributes as they were sent; null without any.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record PulpoProduct(
    long Id, string Sku, string Name, string? Description, bool Active, IReadOnlyList<string> Barcodes, string ManagementType,
    IReadOnlyList<string> Categories, string? Supplier, decimal? CostPrice, decimal? Weight, decimal? Length, decimal? Width, decimal? Height,
    JsonElement? Attributes, DateTime CreatedAt, DateTime UpdatedAt);
