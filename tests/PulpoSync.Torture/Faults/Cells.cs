namespace PulpoSync.Torture.Faults;

/// <summary>The cells of the matrix.</summary>
internal static class Cells
{
    /// <summary>
    /// All of them: each fault once at each endpoint where it can happen, and lasting at one endpoint of each kind and vendor; what concerns a member of an answer
    /// for each of its members.
    /// </summary>
    /// <param name="asked">Who asks for what.</param>
    public static IReadOnlyList<Cell> All(Survey asked)
    {
        var endpoints = Endpoints.All.Where(endpoint => asked.FirstToAsk(endpoint) is not null).ToList();
        return
        [
            .. from trouble in Troubles.All.Where(trouble => !trouble.IsOfMember)
               from endpoint in endpoints
               where trouble.AppliesTo(endpoint) && (!trouble.IsOfPages || asked.IsPaged(endpoint))
               select new Cell(trouble, endpoint, asked.FirstToAsk(endpoint)!.Value, IsLasting: false),
            .. from trouble in Troubles.All.Where(trouble => trouble.CanLast && !trouble.IsOfMember)
               from endpoint in endpoints.GroupBy(endpoint => (endpoint.Kind, endpoint.System)).Select(alike => alike.Last())
               where trouble.AppliesTo(endpoint)
               select new Cell(trouble, endpoint, asked.FirstToAsk(endpoint)!.Value, IsLasting: true),
            .. from trouble in Troubles.All.Where(trouble => trouble.IsOfMember)
               from endpoint in endpoints
               from member in asked.MembersOf(endpoint)
               select new Cell(trouble, endpoint, asked.FirstToAsk(endpoint)!.Value, IsLasting: true, member),
        ];
    }

    /// <summary>As many as are asked for, each fault and each kind of endpoint among them; all where no number is given.</summary>
    public static IReadOnlyList<Cell> Draw(Survey asked, TortureOptions options)
    {
        var all = All(asked).ToArray();
        if (options.Case is { } number) return [all[number]];
        new Random(options.Seed).Shuffle(all);
        // Turn by turn each pair of fault and kind, then each again.
        return options.Count is not { } count ? all :
        [
            .. all.GroupBy(cell => (cell.Trouble, cell.Endpoint.Kind)).SelectMany(alike => alike.Select((cell, turn) => (cell, turn)))
                .OrderBy(one => one.turn).Select(one => one.cell).Take(count),
        ];
    }
}
