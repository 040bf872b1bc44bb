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

    /// <summary>What the system says of itself.</summary>
    public static ConnectorSpec Spec { get; } = new()
    {
        Name = "Pulpo",
        Description = "PULPO WMS, the warehouse system.",
        SourceOf = [IntegrationType.Returns],
        DestinationOf = [IntegrationType.SalesOrders],
        CredentialFields =
        [
            new CredentialField("Address", "PULPO URL, such as https://eu.pulpo.co (test: https://eu-show.pulpo.co).", IsSecret: false),
            new CredentialField(UserName, "Name of the API user, such as pulpo_user1. It needs the warehouses assigned that it is to deliver to.", IsSecret: false),
            new CredentialField(Password, "Password of the API user.", IsSecret: true),
        ],
        CredentialSets = [["Address", UserName, Password]],
        Settings =
        [
            Setting(FallbackCustomer, SettingKind.Text, "Identifier number of the PULPO customer that stands in for orders without one. Unset: such orders are skipped."),
            Setting(Merchant, SettingKind.Text, "Merchant by name, where the tenant serves several (3PL)."),
            Setting(MerchantChannel, SettingKind.Text, "Channel of the merchant, by name."),
            Setting(AdoptExisting, SettingKind.Switch, "Take over an order that already has the number, if no other tool of ours made it and it still waits in the queue.", "false"),
        ],
        // PULPO itself refuses a second order of the same number.
        UniqueNumbers = true,
        BatchSize = PulpoAssumptions.BulkSize,
    };

    private static SystemSetting Setting(string name, SettingKind kind, string description, string? otherwise = null) => new(
        IntegrationType.SalesOrders, Role.Destination, new SettingSpec { Name = name, Kind = kind, Description = description, Default = otherwise });
}
