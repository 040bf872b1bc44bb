using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>The settings that sales orders have whatever the systems; a source adds the words for its states.</summary>
internal static class SalesOrderSettingSpecs
{
    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new() { Name = "Tag", Kind = SettingKind.TextList, Description = "Tags that an order needs, all of them. Empty: every order." },
        new() { Name = "TagsToCriterium", Kind = SettingKind.Switch, Default = "false", Description = "Put the order's tags into the destination's criterium, joined by \", \"." },
        new()
        {
            Name = "PhysicalOnly", Kind = SettingKind.Switch, Default = "false",
            Description = "Drop lines that need no shipping (vouchers, gift cards by e-mail). An order left empty is skipped.",
        },
        new()
        {
            Name = "OrderNumberAffixes", Kind = SettingKind.Switch, Default = "false",
            Description = "Number with the shop's prefix and suffix (#1001-A) instead of the bare number (1001).",
        },
        new()
        {
            Name = "NumberPrefix", Kind = SettingKind.Text,
            Description = "Own text before the number. Needed where several shops with the same numbers feed one tenant.",
        },
        new()
        {
            Name = "DeliveryDateFromTag", Kind = SettingKind.Switch, Default = "false",
            Description = "Take the delivery date from a tag such as \"Lieferung: 2026-11-30\"; without one, the day of the order. Of several dates the latest counts.",
        },
        new()
        {
            Name = "DeliveryDateTag", Kind = SettingKind.TextList, Default = "Lieferung\nDelivery",
            Description = "Words before the colon of the delivery-date tag.",
        },
        new()
        {
            Name = "FallbackCustomer", Kind = SettingKind.Text,
            Description = "Identifier of the destination's customer that stands in for orders without one. Unset: such orders are skipped.",
        },
        new() { Name = "Warehouse", Kind = SettingKind.Text, Description = "One warehouse for every location that WarehouseMap does not name. Unset: the warehouse named like the location." },
        new() { Name = "WarehouseMap", Kind = SettingKind.Map, Description = "Location to warehouse, by name: @{ 'Main street' = 'Berlin' }." },
        new()
        {
            Name = "StartFrom", Kind = SettingKind.Moment,
            Description = "Orders placed earlier are not imported. Unset: when the integration was made. More than 59 days back needs the scope read_all_orders.",
        },
        new() { Name = "IncludeTest", Kind = SettingKind.Switch, Default = "false", Description = "Import test orders." },
        new() { Name = "IncludePickup", Kind = SettingKind.Switch, Default = "false", Description = "Import orders with pick-up, local or retail delivery." },
    ];
}
