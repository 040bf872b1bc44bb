using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Counter;

/// <summary>What PULPO adds to the settings of counter sales.</summary>
internal static class PulpoCounterSettings
{
    public const string Customer = nameof(Customer);

    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new()
        {
            Name = Customer, Kind = SettingKind.Text, Required = true,
            Description = "Identifier number of the PULPO customer that counter sales are booked for. It needs an address in PULPO.",
        },
        PulpoSettings.MerchantSpec, PulpoSettings.ChannelSpec,
    ];
}
