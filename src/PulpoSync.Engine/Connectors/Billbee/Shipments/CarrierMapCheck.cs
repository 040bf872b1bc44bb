using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Shipments;

/// <summary>What the setting CarrierMap may name.</summary>
internal static class CarrierMapCheck
{
    private const string Setting = "CarrierMap";

    /// <summary>What is wrong with it.</summary>
    public static IReadOnlyList<Failure> Findings(SettingBag settings) =>
    [
        .. settings.Map(Setting).Where(pair => BillbeeCarriers.NumberOf(pair.Value) is null).Select(pair => new Failure(
            FailureKind.Configuration, "CarrierUnknown",
            $"{Setting} names the carrier \"{pair.Value}\" for \"{pair.Key}\", which Billbee does not have. It has {string.Join(", ", BillbeeCarriers.All)}.")),
    ];
}
