namespace PulpoSync.Torture.Faults;

/// <summary>What the cells came to. Episodes may count at the same time; who reads waits until all are over.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string Trouble, EndpointKind Kind, Outcome Outcome), int> _hits = [];
    private readonly List<Cell> _missed = [];
    private readonly Lock _lock = new();

    /// <summary>Cells that ran.</summary>
    public int Total => _hits.Values.Sum();

    /// <summary>Cells whose endpoint was not asked for.</summary>
    public IReadOnlyList<Cell> Missed => _missed;

    /// <summary>Counts one that ran.</summary>
    public void Hit(Cell cell, Outcome outcome)
    {
        var key = (cell.Trouble.Name + (cell.IsLasting ? ", lasting" : ""), cell.Endpoint.Kind, outcome);
        lock (_lock) _hits[key] = _hits.GetValueOrDefault(key) + 1;
    }

    /// <summary>Counts one that did not.</summary>
    public void Miss(Cell cell)
    {
        lock (_lock) _missed.Add(cell);
    }

    /// <summary>How many ended so.</summary>
    public int Of(Outcome outcome) => _hits.Where(hit => hit.Key.Outcome == outcome).Sum(hit => hit.Value);

    /// <summary>A line for each fault, a column for each kind of endpoint.</summary>
    public string Table()
    {
        var kinds = Enum.GetValues<EndpointKind>();
        List<string> lines =
        [
            "| fault | read | idempotent write | create | login | acknowledgement |",
            "|---|---|---|---|---|---|",
            .. Troubles.All.SelectMany(trouble => new[] { trouble.Name, $"{trouble.Name}, lasting" }).Where(name => _hits.Keys.Any(key => key.Trouble == name))
                .Select(name => $"| {name} | {string.Join(" | ", kinds.Select(kind => Shown(name, kind)))} |"),
        ];
        return string.Join('\n', lines);
    }

    private string Shown(string trouble, EndpointKind kind)
    {
        var there = _hits.Where(hit => hit.Key.Trouble == trouble && hit.Key.Kind == kind).OrderBy(hit => hit.Key.Outcome).Select(hit => $"{hit.Value} {Outcomes.Words(hit.Key.Outcome)}").ToList();
        return there.Count == 0 ? "–" : string.Join(", ", there);
    }
}
