using PulpoSync.Engine.Connectors.Pulpo.Catalog;
using PulpoSync.Engine.Connectors.Pulpo.Counter;
using PulpoSync.Engine.Connectors.Pulpo.Labels;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Names of the settings and fields that PULPO adds.</summary>
internal static class PulpoSettings
{
    public const string UserName = nameof(UserName);
    public const string Password = nameof(Password);
    public const string FallbackCustomer = nameof(FallbackCustomer);
    public const string Merchant = nameof(Merchant);
    public const string MerchantChannel = nameof(MerchantChannel);
    public const string AdoptExisting = nameof(AdoptExisting);
    public const string Warehouse = nameof(Warehouse);
    public const string WarehouseMap = nameof(WarehouseMap);
    public const string Quantity = nameof(Quantity);

    /// <summary>The merchant of a tenant that serves several.</summary>
    public static SettingSpec MerchantSpec => Setting(Merchant, SettingKind.Text, "Merchant by name, where the tenant serves several (3PL).");

    /// <summary>A channel of that merchant.</summary>
    public static SettingSpec ChannelSpec => Setting(MerchantChannel, SettingKind.Text, "Channel of the merchant, by name.");

    /// <summary>A setting of status updates that decides what is worth reading.</summary>
    public const string LotsToNote = nameof(LotsToNote);

    /// <summary>Another one.</summary>
    public const string PackedStatus = nameof(PackedStatus);

    /// <summary>What the system says of itself.</summary>
    public static ConnectorSpec Spec { get; } = new()
    {
        Name = "Pulpo",
        Description = "PULPO WMS, the warehouse system.",
        SourceOf = [IntegrationType.Stock, IntegrationType.GenerateShipments, IntegrationType.StatusUpdates, IntegrationType.Returns, IntegrationType.ShippingLabels],
        DestinationOf = [IntegrationType.SalesOrders, IntegrationType.Products, IntegrationType.SalesOrdersPos],
        CredentialFields =
        [
            new CredentialField("Address", "PULPO URL, such as https://eu.pulpo.co (test: https://eu-show.pulpo.co).", IsSecret: false),
            new CredentialField(UserName, "Name of the API user, such as pulpo_user1. It needs the warehouses assigned that it is to deliver to.", IsSecret: false),
            new CredentialField(Password, "Password of the API user.", IsSecret: true),
        ],
        CredentialSets = [["Address", UserName, Password]],
        Settings =
        [
            Orders(Setting(FallbackCustomer, SettingKind.Text, "Identifier number of the PULPO customer that stands in for orders without one. Unset: such orders are skipped.")),
            Orders(MerchantSpec),
            Orders(ChannelSpec),
            Orders(Setting(AdoptExisting, SettingKind.Switch, "Take over an order that already has the number, if no other tool of ours made it and it still waits in the queue.", "false")),
            .. PulpoProductSettings.All.Select(spec => new SystemSetting(IntegrationType.Products, Role.Destination, spec)),
            .. PulpoCounterSettings.All.Select(spec => new SystemSetting(IntegrationType.SalesOrdersPos, Role.Destination, spec)),
            .. PulpoLabelSettings.All.Select(spec => new SystemSetting(IntegrationType.ShippingLabels, Role.Source, spec)),
            new(IntegrationType.Stock, Role.Source, new SettingSpec
            {
                Name = Merchant, Kind = SettingKind.Text, Description = "Merchant by name, where the tenant serves several (3PL): only the merchant's products are told.",
            }),
        ],
        // PULPO itself refuses a second order of the same number, and a second product of the same SKU.
        UniqueNumbers = true,
        BatchSize = PulpoAssumptions.BulkSize,
    };

    private static SystemSetting Orders(SettingSpec spec) => new(IntegrationType.SalesOrders, Role.Destination, spec);

    private static SettingSpec Setting(string name, SettingKind kind, string description, string? otherwise = null) =>
        new() { Name = name, Kind = kind, Description = description, Default = otherwise };
}
