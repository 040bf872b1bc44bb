namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Orders values as PULPO's database does: texts by their characters, and nothing after everything.</summary>
internal sealed class ValueOrder : IComparer<IComparable?>
{
    public static ValueOrder Instance { get; } = new();

    public static int Compare(IComparable x, IComparable y) => x is string text ? string.CompareOrdinal(text, (string)y) : x.CompareTo(y);

    int IComparer<IComparable?>.Compare(IComparable? x, IComparable? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        var (a, b) => Compare(a, b),
    };
}
