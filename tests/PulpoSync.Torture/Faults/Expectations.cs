namespace PulpoSync.Torture.Faults;

/// <summary>What each cell has to come to. After every cell the next run finds no trouble, and in the end both worlds are equal.</summary>
internal static class Expectations
{
    /// <summary>The part of the page that holds the table.</summary>
    public const string Page = "faults-expected";

    private const Outcome On = Outcome.WentOn;
    private const Outcome Open = Outcome.RecordsOpen;

    // A request that may have been carried out is not repeated: its records stay open, and the next run looks whether they are there.
    private const Outcome Settled = On | Open | Outcome.Transient;

    private static readonly Row Unharmed = new(On, On, On, On, On);

    // Reads and what may be done twice are tried again within the run; logins are not, because too many of them lead to a ban.
    private static readonly Row Trouble = new(On, On, Settled, Outcome.Transient, Settled);
    private static readonly Row TroubleThatLasts = new(Settled, Settled, Settled, Outcome.Transient, Settled);
    private static readonly Row Limits = new(On, On, On, Outcome.Refused, On);
    private static readonly Row LimitsThatLast = Same(Outcome.RateLimited | Open) with { Login = Outcome.Refused };
    private static readonly Row Refusal = Same(Outcome.Refused | Open);

    // No answer by the vendor's own rules: nothing is guessed.
    private static readonly Row NoAnswer = Same(Outcome.Protocol | Outcome.Transient | Open | On) with { Read = Outcome.Protocol | Outcome.Transient | Open, Login = Outcome.Protocol | Outcome.Transient };

    // Never taken for one that is known: what it stands for waits, or fails with its reason; or it does not matter.
    private static readonly Row Reserved = Same(On | Open | Outcome.Protocol);

    private static readonly Dictionary<string, (Row Once, Row Lasting)> Table = new(StringComparer.Ordinal)
    {
        ["429 with Retry-After"] = (Limits, LimitsThatLast),
        ["429"] = (Limits, LimitsThatLast),
        ["500"] = (Trouble, TroubleThatLasts),
        ["502"] = (Trouble, TroubleThatLasts),
        ["503"] = (Trouble, TroubleThatLasts),
        ["timeout"] = (Trouble, TroubleThatLasts),
        ["cut before the effect"] = (Trouble, TroubleThatLasts),
        ["cut after the effect"] = (Trouble, TroubleThatLasts),
        ["cut within the answer"] = (Trouble, TroubleThatLasts),
        ["HTML, 502"] = (Trouble, TroubleThatLasts),
        ["INTERNAL_SERVER_ERROR"] = (Trouble, TroubleThatLasts),
        ["a redirect"] = (NoAnswer, NoAnswer),
        // A web page is a proxy's, or one of maintenance, whatever its status says.
        ["HTML, 200"] = (Trouble, TroubleThatLasts),
        ["empty answer"] = (NoAnswer, NoAnswer),
        ["wrong types"] = (NoAnswer, NoAnswer),
        ["unknown members"] = (Unharmed, Unharmed),
        ["an unknown value"] = (Reserved, Reserved),
        ["THROTTLED"] = (Limits, LimitsThatLast),
        ["ACCESS_DENIED, partial data"] = (Refusal, Refusal),
        // Where a list belongs to one record, that record fails.
        ["a page repeated"] = (Same(On | Open | Outcome.Protocol), Unharmed),
        ["a cursor that never ends"] = (Same(On | Open | Outcome.Protocol), Unharmed),
        // Where the answer shows it, the run says so; where it does not matter, it goes on.
        ["a filter ignored"] = (Same(On | Outcome.Protocol), Same(On | Outcome.Protocol)),
        // A token of a session is asked for anew, one that is set up is not.
        ["401"] = (Same(On | Outcome.Refused | Open), Refusal),
        ["the session ends"] = (Unharmed, Unharmed),
        ["login refused"] = (Refusal, Refusal),
        ["login ban"] = (Refusal, Refusal),
        ["our clock jumps ahead"] = (Unharmed, Unharmed),
        ["our clock jumps back"] = (Unharmed, Unharmed),
    };

    /// <summary>What a cell may come to.</summary>
    public static Outcome Of(Cell cell)
    {
        var (once, lasting) = Table[cell.Trouble.Name];
        return (cell.IsLasting ? lasting : once).Of(cell.Endpoint.Kind);
    }

    /// <summary>The table for people: a line for each fault, a column for each kind of endpoint where it can happen.</summary>
    public static string Text()
    {
        var kinds = Enum.GetValues<EndpointKind>();
        IEnumerable<string> lines =
        [
            "| fault | read | idempotent write | create | login | acknowledgement |", "|---|---|---|---|---|---|",
            .. from trouble in Troubles.All
               from line in new[] { (trouble.Name, Table[trouble.Name].Once), (Name: $"{trouble.Name}, lasting", Table[trouble.Name].Lasting) }
               where line.Name == trouble.Name ? !trouble.IsOfMember : trouble.CanLast || trouble.IsOfMember
               select $"| {line.Name} | {string.Join(" | ", kinds.Select(kind => CanBe(trouble, kind) ? Words(line.Item2.Of(kind)) : "–"))} |",
        ];
        return string.Join('\n', lines);
    }

    private static bool CanBe(Trouble trouble, EndpointKind kind) => Endpoints.All.Any(endpoint => endpoint.Kind == kind && trouble.AppliesTo(endpoint));

    private static string Words(Outcome outcomes) => string.Join(" or ", Enum.GetValues<Outcome>().Where(one => one is not Outcome.None && outcomes.HasFlag(one)).Select(Outcomes.Words));

    private static Row Same(Outcome outcome) => new(outcome, outcome, outcome, outcome, outcome);

    /// <summary>A line of the table: an outcome for each kind of endpoint.</summary>
    private sealed record Row(Outcome Read, Outcome IdempotentWrite, Outcome Create, Outcome Login, Outcome Acknowledgement)
    {
        public Outcome Of(EndpointKind kind) => kind switch
        {
            EndpointKind.Read => Read,
            EndpointKind.IdempotentWrite => IdempotentWrite,
            EndpointKind.Create => Create,
            EndpointKind.Login => Login,
            _ => Acknowledgement,
        };
    }
}
