namespace PulpoSync.Sandbox;

/// <summary>A packing order as it lies in the tenant, for checks that do not go through the API.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="Order">The number of the sales order.</param>
/// <param name="State">queue, taken, ended, closed or cancelled.</param>
/// <param name="Warehouse">The warehouse's name.</param>
/// <param name="Lines">What was to be packed.</param>
/// <param name="Boxes">The boxes.</param>
/// <param name="Shipped">Whether the boxes have left the warehouse.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record PulpoPacking(
    long Id, string? Order, string State, string? Warehouse, IReadOnlyList<PulpoPackingLine> Lines, IReadOnlyList<PulpoBox> Boxes, bool Shipped,
    DateTime CreatedAt, DateTime UpdatedAt);
