using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>What PULPO adds to the settings of products.</summary>
internal static class PulpoProductSettings
{
    public const string Supplier = nameof(Supplier);

    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new()
        {
            Name = Supplier, Kind = SettingKind.Text,
            Description = "PULPO supplier, by identifier number or name, of products that have none. Needed where PULPO takes no product without supplier.",
        },
        PulpoSettings.MerchantSpec, PulpoSettings.ChannelSpec,
    ];
}
