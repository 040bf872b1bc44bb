using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.SalesOrders;

namespace PulpoSync.Engine.Flows.CounterSales;

/// <summary>The settings of counter sales: those of sales orders that mean something for goods which have left, and whom the sales are booked for.</summary>
internal static class CounterSaleSettingSpecs
{
    public const string Customer = nameof(Customer);

    private static readonly string[] Shared = ["PhysicalOnly", "OrderNumberAffixes", "NumberPrefix", "Warehouse", "WarehouseMap", "StartFrom", "IncludeTest"];

    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new()
        {
            Name = Customer, Kind = SettingKind.Text, Required = true,
            Description = "the identifier of the destination's customer that counter sales are booked for; it needs an address.",
        },
        .. SalesOrderSettingSpecs.All.Where(spec => Shared.Contains(spec.Name)),
    ];
}
