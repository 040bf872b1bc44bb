using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Labels;

/// <summary>
/// The settings of labels: what they are, and as they are read for a run. Those that choose a label are described by the system that makes it.
/// </summary>
internal sealed record LabelSettings
{
    private const string LabelProvider = nameof(LabelProvider);
    private const string LabelProduct = nameof(LabelProduct);

    public static IReadOnlyList<SettingSpec> Specs { get; } =
    [
        new()
        {
            Name = "StartFrom", Kind = SettingKind.Moment,
            Description = "Boxes whose packing was last changed earlier get no label. Unset: when the integration was made.",
        },
    ];

    /// <summary>Shipping method to label.</summary>
    public IReadOnlyDictionary<string, LabelChoice> LabelMap { get; init; } = new Dictionary<string, LabelChoice>();
    /// <summary>Label of the methods that are not mapped; null: these get none.</summary>
    public LabelChoice? Otherwise { get; init; }
    /// <summary>The shop's account.</summary>
    public required string Account { get; init; }

    /// <summary>Reads the settings of an integration.</summary>
    public static LabelSettings From(FlowContext context)
    {
        var map = new Dictionary<string, LabelChoice>(StringComparer.OrdinalIgnoreCase);
        foreach (var (method, text) in context.Settings.Map(nameof(LabelMap)))
        {
            if (LabelChoice.Parse(text) is { } choice) map[method] = choice;
        }

        return new LabelSettings
        {
            LabelMap = map,
            Otherwise = (context.Settings.Text(LabelProvider), context.Settings.Text(LabelProduct)) is ({ } provider, { } product)
                ? new LabelChoice(provider, product)
                : null,
            Account = context.Destination.Account,
        };
    }

    /// <summary>The label for a shipping method; null: none.</summary>
    public LabelChoice? Choose(string? method) => method is not null && LabelMap.TryGetValue(method, out var choice) ? choice : Otherwise;

    /// <summary>Why there is none, and what to set.</summary>
    public static string NoChoice(string? method) => method is null
        ? $"The order has no shipping method, and {LabelProvider} and {LabelProduct} are not set."
        : $"No label is chosen for the shipping method \"{method}\". Add it to {nameof(LabelMap)}, or set {LabelProvider} and {LabelProduct}.";
}
