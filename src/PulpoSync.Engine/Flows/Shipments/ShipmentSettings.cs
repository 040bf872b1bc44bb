using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows.Shipments;

/// <summary>The settings of shipments: what they are, and as they are read for a run.</summary>
internal sealed record ShipmentSettings
{
    // A label that has not come within three days hardly comes any more.
    private const int DefaultTrackingHours = 72;

    public static IReadOnlyList<SettingSpec> Specs { get; } =
    [
        new()
        {
            Name = nameof(ShipWhen), Kind = SettingKind.Choice, Choices = Enum.GetNames<ShipWhen>(), Default = nameof(ShipWhen.Tracking),
            Description = "When the shop is told of packed goods. Tracking: when every box has its tracking number, or the order has left the warehouse; "
                + "Packed: as soon as they are packed; Ended: when the order has left the warehouse.",
        },
        new()
        {
            Name = nameof(NotifyCustomer), Kind = SettingKind.Switch, Default = "false",
            Description = "Let the shop write to the customer when goods are told as shipped, and when their tracking changes.",
        },
        new()
        {
            Name = nameof(CarrierMap), Kind = SettingKind.Map, Pair = "dhl_express=DHL Express",
            Description = "The warehouse's code of a carrier to the carrier's name as the shop spells it: @{ 'dhl_express' = 'DHL Express' }. Common carriers need no entry.",
        },
        new()
        {
            Name = nameof(TrackingHours), Kind = SettingKind.Number, Minimum = 0, Maximum = 720, Default = $"{DefaultTrackingHours}",
            Description = "A shipment that was told without a tracking number is looked at again for so many hours after it was packed.",
        },
        new()
        {
            Name = "StartFrom", Kind = SettingKind.Moment,
            Description = "Goods whose packing was last changed earlier are not told. Unset: when the integration was made.",
        },
    ];

    /// <summary>When goods are told.</summary>
    public ShipWhen ShipWhen { get; init; }
    /// <summary>The shop writes to the customer.</summary>
    public bool NotifyCustomer { get; init; }
    /// <summary>Carrier code to name.</summary>
    public IReadOnlyDictionary<string, string> CarrierMap { get; init; } = new Dictionary<string, string>();
    /// <summary>How long after packing a missing tracking number is waited for.</summary>
    public TimeSpan TrackingHours { get; init; } = TimeSpan.FromHours(DefaultTrackingHours);
    /// <summary>The shop's account.</summary>
    public required string Account { get; init; }
    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Reads the settings of an integration.</summary>
    public static ShipmentSettings From(FlowContext context) => new()
    {
        ShipWhen = Enum.TryParse<ShipWhen>(context.Settings.Text(nameof(ShipWhen)), out var when) ? when : ShipWhen.Tracking,
        NotifyCustomer = context.Settings.Switch(nameof(NotifyCustomer)),
        CarrierMap = context.Settings.Map(nameof(CarrierMap)),
        TrackingHours = TimeSpan.FromHours(context.Settings.Number(nameof(TrackingHours), DefaultTrackingHours)),
        Account = context.Destination.Account,
        Now = context.Now,
    };
}
