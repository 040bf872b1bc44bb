using System.Text.Json;

namespace PulpoSync.Sandbox;

/// <summary>A sales order as it lies in the tenant, for checks that do not go through the API.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="Number">The order number.</param>
/// <param name="State">queue, paused, picking, packing, shipping, ended or cancelled.</param>
/// <param name="Warehouse">The warehouse's name.</param>
/// <param name="Customer">The third party's identifier number; null without one.</param>
/// <param name="Criterium">The criterium, where tags go.</param>
/// <param name="DeliveryDate">The delivery date as it was sent, without zone; null without one.</param>
/// <param name="ShipTo">The address to ship to as it was sent; null without one.</param>
/// <param name="Attributes">The attributes as they were sent; null without any.</param>
/// <param name="Lines">The items.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
/// <param name="Notes">The notes; null without any.</param>
/// <param name="ShippingMethod">The shipping method's name; null without one.</param>
public sealed record PulpoOrder(
    long Id, string Number, string State, string? Warehouse, string? Customer, string? Criterium, DateTime? DeliveryDate,
    JsonElement? ShipTo, JsonElement? Attributes, IReadOnlyList<PulpoOrderLine> Lines, DateTime CreatedAt, DateTime UpdatedAt,
    string? Notes, string? ShippingMethod);
