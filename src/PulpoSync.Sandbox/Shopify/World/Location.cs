namespace PulpoSync.Sandbox.Shopify;

/// <summary>A place that goods are shipped from.</summary>
public sealed class Location(long id, string name)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>The id as clients see it.</summary>
    public string Gid => Gids.Of("Location", Id);

    /// <summary>The name, by which warehouses are matched.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is in use.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether online orders may be assigned to it.</summary>
    public bool FulfillsOnlineOrders { get; set; } = true;

    /// <summary>The number that the ids of all its stock levels have in common; another than its own.</summary>
    internal long LevelId => Id + 30_000_000_000_000;
}
