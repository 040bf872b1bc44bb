using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows.Status;

/// <summary>The settings of status updates: what they are, and as they are read for a run.</summary>
internal sealed record StatusSettings
{
    public static IReadOnlyList<SettingSpec> Specs { get; } =
    [
        new()
        {
            Name = nameof(ImportedTag), Kind = SettingKind.Text,
            Description = "Tag that the shop's orders get when they have arrived in the warehouse, such as in-warehouse. Unset: none.",
        },
        new()
        {
            Name = nameof(LotsToNote), Kind = SettingKind.Switch, Default = "false",
            Description = "Write the lots and serial numbers that were packed into the note of the shop's order, below what people wrote there.",
        },
        new()
        {
            Name = "StartFrom", Kind = SettingKind.Moment,
            Description = "Orders that the warehouse changed last before this are left alone. Unset: when the integration was made.",
        },
    ];

    /// <summary>Tag of orders that have arrived; null: none.</summary>
    public string? ImportedTag { get; init; }
    /// <summary>Lots and serial numbers go into the note.</summary>
    public bool LotsToNote { get; init; }
    /// <summary>State of orders that are packed, in the shop's words; null: their state is left alone. Systems whose orders have one state bring this setting.</summary>
    public string? PackedStatus { get; init; }
    /// <summary>The shop's account.</summary>
    public required string Account { get; init; }

    /// <summary>Reads the settings of an integration.</summary>
    public static StatusSettings From(FlowContext context) => new()
    {
        ImportedTag = context.Settings.Text(nameof(ImportedTag)), LotsToNote = context.Settings.Switch(nameof(LotsToNote)),
        PackedStatus = context.Settings.Text(nameof(PackedStatus)), Account = context.Destination.Account,
    };

    /// <summary>Nothing to tell is nothing to run.</summary>
    public static IEnumerable<Failure> Check(SettingBag settings)
    {
        if (settings.Text(nameof(ImportedTag)) is not null || settings.Switch(nameof(LotsToNote)) || settings.Text(nameof(PackedStatus)) is not null) yield break;
        yield return new Failure(
            FailureKind.Configuration, ReasonCodes.NothingToTell,
            $"As it is set, the integration would tell the shop nothing. Give {nameof(ImportedTag)} the text of a tag, or switch {nameof(LotsToNote)} on.");
    }
}
