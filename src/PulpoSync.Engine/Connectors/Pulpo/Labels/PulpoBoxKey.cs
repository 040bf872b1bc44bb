using System.Globalization;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>The key of a box: its packing order and itself, because PULPO finds a box under its packing order only.</summary>
internal sealed record PulpoBoxKey(long Packing, long Box)
{
    public string Path => FormattableString.Invariant($"/packing/orders/{Packing}/boxes/{Box}");

    /// <summary>Reads a key; null where it is none.</summary>
    public static PulpoBoxKey? Of(string key) =>
        key.Split('/') is [var packing, var box] && IdOf(packing) is { } first && IdOf(box) is { } second ? new(first, second) : null;

    /// <summary>The packing order of a key: that of a box, or of a whole packing order whose boxes could not be read.</summary>
    public static string PackingOf(string key) => key.Split('/')[0];

    public override string ToString() => FormattableString.Invariant($"{Packing}/{Box}");

    private static long? IdOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
