using System.Globalization;

namespace PulpoSync.Torture.Kills;

/// <summary>Some kills in one world, in which life goes on; then it is settled and compared.</summary>
/// <param name="title">What it is called in findings.</param>
/// <param name="world">World.</param>
/// <param name="deck">Kills.</param>
/// <param name="random">Draws.</param>
/// <param name="say">Hears how it goes.</param>
internal sealed class Episode(string title, KillWorld world, Deck deck, Random random, Action<string> say)
{
    private const int MostMisses = 12;
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(30);

    private readonly Killer _killer = new(world.Sandbox, random);
    private readonly Dictionary<Victim, int> _pace = [];
    private readonly List<string> _findings = [];
    private string _last = "";

    /// <summary>What was killed.</summary>
    public Hits Hits { get; } = new();

    /// <summary>How many runs ended before they could be killed.</summary>
    public int Misses { get; private set; }

    /// <summary>Plays it.</summary>
    /// <returns>What was found.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(CancellationToken cancellationToken)
    {
        Victim? before = null;
        while (deck.HasMore)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What was in flight needs its successor; and sometimes the successor dies as well before anything else has happened.
            var isSuccessor = before is not null && (_killer.IsWaiting || random.Next(3) == 0);
            var target = deck.Take(isSuccessor ? before : null);
            if (isSuccessor && before != target.Victim) await FinishAsync(before!);
            await PrepareAsync(target, before);
            before = await KillAsync(target) ? target.Victim : null;
        }

        if (_killer.IsWaiting) await FinishAsync(before!);
        await world.SettleAsync();
        HearFailures();
        _findings.AddRange(world.Findings(Hits).Select(finding => $"{title}: {finding}"));
        return _findings;
    }

    private async Task PrepareAsync(Target target, Victim? before)
    {
        if (before != target.Victim) await world.LiveAsync(target.Victim);
        else await LeaveToAsync(target.Victim);
        HearFailures();
    }

    private async Task<bool> KillAsync(Target target)
    {
        // Now and then all that is due: then it is whichever runs at that moment.
        var isAll = target.Point is KillPoint.AnyMoment && target.Missed == 0 && random.Next(4) == 0;
        var moment = Moment(target);
        _last = $"kill {Hits.Total + 1} of {(isAll ? "all that is due" : target.Victim.Name)}, {moment}";
        var shot = await _killer.KillAsync(moment, haltAt => isAll ? world.Start(haltAt) : world.Start(haltAt, target.Victim.Name));
        var victim = world.Victims.FirstOrDefault(one => one.Name == shot.Running);
        if (!shot.IsHit || victim is null)
        {
            if (!isAll) _pace[target.Victim] = shot.Requests;
            Missed(target, shot);
            return false;
        }

        if (!isAll) _pace[victim] = Math.Max(shot.Requests, _pace.GetValueOrDefault(victim));
        Hits.Add(victim.Type, target.Point);
        say($"{title}: {_last}: {victim.Name} after {shot.Requests} requests");
        return victim == target.Victim;
    }

    private void Missed(Target target, Shot shot)
    {
        Misses++;
        Hear(shot);
        if (target.Missed < MostMisses) deck.PutBack(target);
        else _findings.Add($"{title}: {target.Victim.Name} could not be killed at {target.Point}");
    }

    private async Task FinishAsync(Victim victim)
    {
        await LeaveToAsync(victim);
        _last = $"{victim.Name} after {_last}";
        Hear(await _killer.FinishAsync(haltAt => world.Start(haltAt, victim.Name)));
    }

    // The successor of a dead process sees another world now and then.
    private async Task LeaveToAsync(Victim victim)
    {
        if (random.Next(2) == 0) world.Edit();
        // Who waits until nothing is on the wire any more has not so long to wait.
        if (_killer.IsWaiting) world.Clock.Pass(TimeSpan.FromSeconds(random.Next(60)));
        if (victim.WaitsForOrders) await world.ReadOrdersAsync();
    }

    private KillMoment Moment(Target target)
    {
        var writes = target.Victim.Writes;
        var nth = target.Missed == 0 && random.Next(3) == 0 ? 2 : 1;
        return target.Point switch
        {
            KillPoint.AnyMoment => new KillMoment(target.Point, [], 1 + random.Next(_pace.GetValueOrDefault(target.Victim, 8) + 1), Instant * random.NextDouble()),
            KillPoint.InFlight or KillPoint.AnswerOut => new KillMoment(target.Point, target.Missed == 0 ? [writes[random.Next(writes.Count)]] : writes, 1, TimeSpan.Zero),
            _ => new KillMoment(target.Point, [], nth, TimeSpan.Zero),
        };
    }

    // A run that ended by itself has to have ended well: nobody is sent away because of a dead process.
    private void Hear(Shot shot)
    {
        foreach (var run in shot.Of("runFinished"))
        {
            var error = run.GetProperty("error");
            if (run.GetProperty("status").GetString() == nameof(RunStatus.Failed) && !error.ToString().Contains("EveryRecordFailed", StringComparison.Ordinal)) Found($"{run}");
        }

        foreach (var run in shot.Of("runSkipped").Where(run => run.GetProperty("reason").GetString() == "Held")) Found($"{run}");
        if (shot.Errors.Length > 0) Found(shot.Errors.Trim());
    }

    private void HearFailures()
    {
        foreach (var failure in world.Failures) Found(failure);
        world.Failures.Clear();
    }

    private void Found(string what) => _findings.Add(string.Create(CultureInfo.InvariantCulture, $"{title}, after {_last}: {what}"));
}
