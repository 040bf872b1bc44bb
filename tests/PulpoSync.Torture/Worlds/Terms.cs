using System.Globalization;

namespace PulpoSync.Torture.Worlds;

/// <summary>An integration's settings in the oracle's own words, and as the integration takes them.</summary>
internal sealed record Terms
{
    private static readonly string[] Equal = ["Berlin", "Hamburg"];

    public DateTimeOffset StartFrom { get; init; } = DateTimeOffset.UtcNow.AddDays(-8);
    public string Account { get; init; } = "shopify:acme.myshopify.com";
    public IReadOnlySet<string> Paid { get; init; } = new HashSet<string> { "PAID" };
    public bool PhysicalOnly { get; init; } = true;
    public bool TagsToCriterium { get; init; } = true;
    public bool DeliveryDateFromTag { get; init; } = true;
    public string? FallbackCustomer { get; init; } = "FALLBACK";
    public bool Affixes { get; init; }
    public string Prefix { get; init; } = "";
    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    /// <summary>Warehouse of a location, by name; null: none.</summary>
    public Func<string, string?> WarehouseOf { get; init; } = location => Equal.Contains(location) ? location : null;

    /// <summary>Settings that <see cref="WarehouseOf"/> and the rest of the rehearsal need, as they are.</summary>
    public IReadOnlyList<(string Name, string Value)> Also { get; init; } = [];

    public (string Name, string Value)[] Settings =>
    [
        ("StartFrom", StartFrom.ToString("O", CultureInfo.InvariantCulture)),
        ("FinancialStatus", string.Join('\n', Paid)),
        ("PhysicalOnly", Switch(PhysicalOnly)),
        ("TagsToCriterium", Switch(TagsToCriterium)),
        ("DeliveryDateFromTag", Switch(DeliveryDateFromTag)),
        ("OrderNumberAffixes", Switch(Affixes)),
        .. FallbackCustomer is null ? [] : new[] { ("FallbackCustomer", FallbackCustomer) },
        .. Prefix.Length == 0 ? [] : new[] { ("NumberPrefix", Prefix) },
        .. Tags.Count == 0 ? [] : new[] { ("Tag", string.Join('\n', Tags)) },
        .. Also,
    ];

    private static string Switch(bool on) => on ? "true" : "false";
}
