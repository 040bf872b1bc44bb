namespace PulpoSync.Engine.Contracts;

/// <summary>Pieces that a source's record asks for and that the destination does not know of. No personal data: a warehouse, an article, a count.</summary>
/// <param name="Warehouse">Name of the destination's warehouse that they concern.</param>
/// <param name="Sku">Article number.</param>
/// <param name="Pieces">Pieces.</param>
/// <param name="HasLeft">True for goods that are gone already (sold at a counter); false for goods that are still to be shipped.</param>
public sealed record Outstanding(string Warehouse, string Sku, int Pieces, bool HasLeft);
