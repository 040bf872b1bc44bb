namespace PulpoSync.Torture.Kills;

/// <summary>How many runs of each type were killed at each point.</summary>
internal sealed class Hits
{
    private readonly Dictionary<(IntegrationType Type, KillPoint Point), int> _counts = [];

    /// <summary>All of them.</summary>
    public int Total => _counts.Values.Sum();

    /// <summary>Counts one.</summary>
    public void Add(IntegrationType type, KillPoint point) => _counts[(type, point)] = _counts.GetValueOrDefault((type, point)) + 1;

    /// <summary>Those of one type.</summary>
    public int Of(IntegrationType type) => _counts.Where(count => count.Key.Type == type).Sum(count => count.Value);

    /// <summary>Takes over another's.</summary>
    public void Add(Hits others)
    {
        foreach (var (key, count) in others._counts) _counts[key] = _counts.GetValueOrDefault(key) + count;
    }

    /// <summary>Points with their numbers, in one line.</summary>
    public override string ToString() => string.Join(", ", Enum.GetValues<KillPoint>().Select(point => $"{Of(point)} {Words(point)}"));

    /// <summary>A line for each type, a column for each point.</summary>
    public string Table()
    {
        var points = Enum.GetValues<KillPoint>();
        var types = _counts.Keys.Select(key => key.Type).Distinct().Order().ToList();
        List<string> lines =
        [
            $"| killed | {string.Join(" | ", points.Select(Words))} | all |",
            $"|---|{string.Concat(points.Select(_ => "---:|"))}---:|",
            .. types.Select(type => $"| `{type.ToStoredName()}` | {string.Join(" | ", points.Select(point => Shown(Of(type, point))))} | {Of(type)} |"),
            $"| all | {string.Join(" | ", points.Select(point => Shown(Of(point))))} | {Total} |",
        ];
        return string.Join('\n', lines);
    }

    private int Of(IntegrationType type, KillPoint point) => _counts.GetValueOrDefault((type, point));

    private int Of(KillPoint point) => _counts.Where(count => count.Key.Point == point).Sum(count => count.Value);

    private static string Shown(int count) => count == 0 ? "–" : $"{count}";

    private static string Words(KillPoint point) => point switch
    {
        KillPoint.AnyMoment => "at any moment",
        KillPoint.Prepared => "after prepare",
        KillPoint.InFlight => "request in flight",
        KillPoint.AnswerOut => "answer still out",
        KillPoint.Committing => "inside our commit",
        KillPoint.Committed => "after our commit",
        KillPoint.Acknowledging => "before acknowledgement",
        _ => "after acknowledgement",
    };
}
