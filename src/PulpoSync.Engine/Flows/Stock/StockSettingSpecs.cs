using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Stock;

/// <summary>The settings of stock whatever the systems; a destination says what the figures mean in its own words.</summary>
internal static class StockSettingSpecs
{
    public const string Quantity = nameof(Quantity);
    public const string OrdersFirst = nameof(OrdersFirst);

    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new()
        {
            Name = Quantity, Kind = SettingKind.Choice, Choices = [nameof(StockMeasure.Available), nameof(StockMeasure.OnHand)], Default = nameof(StockMeasure.Available),
            Description = "Which figure is told: Available, what the warehouse may still promise; OnHand, what lies there and has not been packed.",
        },
        new()
        {
            Name = "Warehouse", Kind = SettingKind.Text,
            Description = "The warehouse of the one location that WarehouseMap does not name. Unset: the warehouse named like the location.",
        },
        new()
        {
            Name = "WarehouseMap", Kind = SettingKind.Map,
            Description = "Location to warehouse, by name: @{ 'Main street' = 'Berlin' }. A warehouse may belong to one location only: its goods would be offered twice.",
        },
        new()
        {
            Name = OrdersFirst, Kind = SettingKind.Switch, Default = "true",
            Description = "Tell stock only if the orders of the other direction were read to their end since it was last told, so that nothing is offered that is "
                + "already ordered. Off: where another tool brings the orders.",
        },
    ];
}
