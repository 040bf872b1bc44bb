namespace PulpoSync.Sandbox;

/// <summary>A return as it lies in the tenant, for checks that do not go through the API.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="Order">The number of the sales order; null for goods of unknown origin.</param>
/// <param name="Warehouse">The warehouse's name.</param>
/// <param name="Notes">What the warehouse noted.</param>
/// <param name="Lines">The goods.</param>
/// <param name="CreatedAt">When it was received, UTC.</param>
public sealed record PulpoReturn(
    long Id, string? Order, string? Warehouse, string? Notes, IReadOnlyList<PulpoReturnLine> Lines, DateTime CreatedAt);
