namespace PulpoSync.Torture.Kills;

/// <summary>The kills of an episode: half of them at any moment, half at named points, all integrations and points in turn, in a drawn order.</summary>
internal sealed class Deck
{
    private readonly List<Target> _targets;

    /// <param name="victims">Integrations.</param>
    /// <param name="first">Number of the episode's first kill, so that all episodes together have all pairs.</param>
    /// <param name="kills">How many kills.</param>
    /// <param name="random">Draws.</param>
    public Deck(IReadOnlyList<Victim> victims, int first, int kills, Random random)
    {
        var named = Diagonals(victims);
        var targets = Enumerable.Range(first, kills).Select(at => at % 2 == 0
            ? new Target(victims[at / 2 % victims.Count], KillPoint.AnyMoment)
            : named[at / 2 % named.Count]).ToArray();
        random.Shuffle(targets);
        _targets = [.. targets];
    }

    /// <summary>True while kills are left.</summary>
    public bool HasMore => _targets.Count > 0;

    /// <summary>The next one, where possible one of a certain integration.</summary>
    public Target Take(Victim? of)
    {
        var target = _targets.Find(one => one.Victim == of) ?? _targets[0];
        _targets.Remove(target);
        return target;
    }

    // All pairs, and each point early in the sequence, each time with another integration.
    private static List<Target> Diagonals(IReadOnlyList<Victim> victims) =>
    [
        .. victims.SelectMany((victim, row) => victim.Points.Select((point, column) => (Target: new Target(victim, point), Diagonal: (row + column) % victims.Count)))
            .OrderBy(one => one.Diagonal).Select(one => one.Target),
    ];

    /// <summary>Puts back what was missed.</summary>
    public void PutBack(Target target) => _targets.Add(target with { Missed = target.Missed + 1 });
}
