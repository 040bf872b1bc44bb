namespace PulpoSync.Sandbox;

/// <summary>What a tenant shall have. Everything is optional; names that are there already are left alone.</summary>
public sealed record PulpoSeed
{
    /// <summary>Warehouses by name, each with one location for each <see cref="PulpoPlace"/>.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    /// <summary>Products by SKU.</summary>
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>Customers by identifier number, of identifier type <c>ID</c>, with an address.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Suppliers by identifier number, of identifier type <c>ID</c>.</summary>
    public IReadOnlyList<string> Suppliers { get; init; } = [];

    /// <summary>Codes of reasons, such as why goods come back.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>
    /// Merchants by name, the first as the default, each with a channel <c>online</c>. Any merchant turns the tenant into one for several merchants.
    /// </summary>
    public IReadOnlyList<string> Merchants { get; init; } = [];

    /// <summary>Shipping methods by name.</summary>
    public IReadOnlyList<string> ShippingMethods { get; init; } = [];

    /// <summary>Product categories by name, which PULPO's screens call tags.</summary>
    public IReadOnlyList<string> ProductCategories { get; init; } = [];
}
