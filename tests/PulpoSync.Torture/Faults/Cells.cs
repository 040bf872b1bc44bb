namespace PulpoSync.Torture.Faults;

/// <summary>The cells of the matrix.</summary>
internal static class Cells
{
    /// <summary>All of them: each fault at each endpoint where it can happen, once, and where that is something else, lasting.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. from trouble in Troubles.All
           from endpoint in Endpoints.All
           where trouble.AppliesTo(endpoint)
           select new Cell(trouble, endpoint, IsLasting: false),
        .. from trouble in Troubles.All.Where(trouble => trouble.CanLast)
           from endpoint in Endpoints.All.GroupBy(endpoint => (endpoint.Kind, endpoint.System)).Select(group => group.First())
           where trouble.AppliesTo(endpoint)
           select new Cell(trouble, endpoint, IsLasting: true),
    ];

    /// <summary>As many as are asked for, so that each fault and each kind of endpoint occurs; all where no number is given.</summary>
    public static IReadOnlyList<Cell> Draw(TortureOptions options)
    {
        var random = new Random(options.Seed);
        if (options.Case is { } number) return [All[number]];
        var all = All.ToArray();
        random.Shuffle(all);
        if (options.Count is not { } count) return all;

        // Turn by turn each pair of fault and kind, then each again.
        return [.. all.GroupBy(cell => (cell.Trouble, cell.Endpoint.Kind)).SelectMany(group => group.Select((cell, turn) => (cell, turn))).OrderBy(one => one.turn).Select(one => one.cell).Take(count)];
    }
}
