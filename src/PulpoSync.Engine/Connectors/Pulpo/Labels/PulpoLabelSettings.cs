using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>What PULPO adds to the settings of shipping labels.</summary>
internal static class PulpoLabelSettings
{
    public const string FetchLabelOnly = nameof(FetchLabelOnly);
    public const string LabelUpload = nameof(LabelUpload);
    public const string DataUri = nameof(DataUri);
    public const string None = nameof(None);

    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        // A label too many is paid for, one too few is seen at the box: so PULPO's own word counts unless somebody says otherwise.
        new()
        {
            Name = FetchLabelOnly, Kind = SettingKind.Switch, Default = "true",
            Description = "Make no labels for shipping methods whose \"Fetch shipping labels\" is off in PULPO. Orders without a method are not held back.",
        },
        new()
        {
            Name = LabelUpload, Kind = SettingKind.Choice, Default = DataUri, Choices = [DataUri, None],
            Description = "How the label's file goes to PULPO's box: DataUri sends it within the request; None sends the tracking number alone.",
        },
    ];
}
