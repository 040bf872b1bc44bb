using System.Globalization;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Settings of an integration of Billbee's orders in the oracle's own words, and as the integration takes them.</summary>
internal sealed record BillbeeTerms
{
    public required DateTimeOffset StartFrom { get; init; }
    public string Account { get; init; } = "billbee:api@example.com";
    /// <summary>Billbee's numbers of the states to import.</summary>
    public IReadOnlyList<int> States { get; init; } = [3];
    /// <summary>Names of shop accounts; empty: all.</summary>
    public IReadOnlyList<string> Shops { get; init; } = [];
    public bool ImportChildren { get; init; }
    public string Prefix { get; init; } = "";
    public string Warehouse { get; init; } = "Berlin";

    public (string Name, string Value)[] Settings =>
    [
        ("StartFrom", StartFrom.ToString("O", CultureInfo.InvariantCulture)),
        ("OrderStatus", string.Join('\n', States)),
        ("Warehouse", Warehouse),
        ("PhysicalOnly", "true"),
        ("TagsToCriterium", "true"),
        .. Shops.Count == 0 ? [] : new[] { ("ShopAccount", string.Join('\n', Shops)) },
        .. Prefix.Length == 0 ? [] : new[] { ("NumberPrefix", Prefix) },
        .. ImportChildren ? new[] { ("ChildOrders", "Import") } : [],
    ];
}
