namespace PulpoSync.Engine.Contracts;

/// <summary>What the records of a route ask for and its destination does not know of, by warehouse and article.</summary>
public sealed class OutstandingGoods
{
    private readonly Dictionary<(string Warehouse, string Sku), (int ToShip, int Left)> _pieces = [];

    /// <summary>Sums up.</summary>
    public OutstandingGoods(IEnumerable<Outstanding> goods)
    {
        foreach (var one in goods)
        {
            var key = Key(one.Warehouse, one.Sku);
            var (toShip, left) = _pieces.GetValueOrDefault(key);
            _pieces[key] = one.HasLeft ? (toShip, left + one.Pieces) : (toShip + one.Pieces, left);
        }
    }

    /// <summary>Nothing.</summary>
    public static OutstandingGoods None { get; } = new([]);

    /// <summary>Article numbers of which something is outstanding anywhere.</summary>
    public IReadOnlyCollection<string> Skus => [.. _pieces.Keys.Select(key => key.Sku).Distinct(StringComparer.Ordinal)];

    /// <summary>Pieces still to be shipped.</summary>
    public int ToShip(string warehouse, string sku) => _pieces.GetValueOrDefault(Key(warehouse, sku)).ToShip;

    /// <summary>Pieces that are gone already.</summary>
    public int Left(string warehouse, string sku) => _pieces.GetValueOrDefault(Key(warehouse, sku)).Left;

    private static (string Warehouse, string Sku) Key(string warehouse, string sku) => (warehouse.Trim().ToUpperInvariant(), sku.Trim());
}
