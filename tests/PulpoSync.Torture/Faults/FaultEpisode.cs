using System.Globalization;
using PulpoSync.Engine;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>Some cells in one world, in which life goes on; then it is settled and compared.</summary>
/// <param name="title">What it is called in findings.</param>
/// <param name="world">World.</param>
/// <param name="cells">Cells.</param>
/// <param name="ordinary">Reasons for which records fail without any fault.</param>
/// <param name="tally">Counts.</param>
/// <param name="say">Hears how it goes.</param>
internal sealed class FaultEpisode(string title, KillWorld world, IReadOnlyList<Cell> cells, IReadOnlySet<string> ordinary, Tally tally, Action<string> say)
{
    private const int MostMisses = 6;

    // In real time, which is a multiple of it on the world's clock: no run may take that long, whatever a vendor does.
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private readonly List<string> _findings = [];

    // Labels whose answers came to nobody are found again by their number; their files are at Billbee only.
    private readonly Hits _lost = new();

    /// <summary>Plays it.</summary>
    /// <returns>What was found.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var cell in cells)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await PlayAsync(cell);
            }

            await GuardedAsync(world.SettleAsync(), "settling");
            foreach (var failure in world.Failures) _findings.Add($"{title}, while it was settled: {failure}");
            var found = world.Findings(_lost);
            _findings.AddRange(found.Select(finding => $"{title}: {finding} (after {string.Join("; ", cells)})"));
            foreach (var name in found.Select(finding => finding.Split(':', ' ')[0]).Distinct(StringComparer.Ordinal)) await TellAsync(name);
        }
        catch (TimeoutException e)
        {
            _findings.Add($"{title}: {e.Message}");
        }

        return _findings;
    }

    private async Task PlayAsync(Cell cell)
    {
        var victim = world.Victims.First(one => one.Name == cell.Asker.Integration);
        for (var miss = 0; miss < MostMisses; miss++)
        {
            if (miss > 0) await GuardedAsync(WaitAsync(), $"waiting for {cell}");
            await GuardedAsync(world.LiveAsync(victim), $"what comes before {cell}");
            Quiet($"before {cell}");
            if (victim.WaitsForOrders) await GuardedAsync(world.ReadOrdersAsync(), $"orders before {cell}");
            // Who is logged in does not log in.
            if (cell.Endpoint.Kind is EndpointKind.Login) Sessions.End(world);
            if (cell.Endpoint.Cause is { } cause) await GuardedAsync(cause.BringAboutAsync(world, victim), $"the cause of {cell}");
            var fault = world.Sandbox.Faults.Add(cell.Make(world));
            var failure = await RunAsync(victim, cell);
            world.Sandbox.Faults.Clear();
            world.Ours.Skew = TimeSpan.Zero;
            if (fault.Hits == 0) continue;
            if (cell.Endpoint.Operation.EndsWith("/shipwithlabel", StringComparison.Ordinal)) Lose(victim, fault.Hits);
            Judge(cell, failure);
            await AfterwardsAsync(victim, cell);
            return;
        }

        tally.Miss(cell);
        say($"{title}: {cell} was not asked");
    }

    // What PulpoSync itself says of a record, for whoever looks for the cause.
    private async Task TellAsync(string name)
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = world.StorePath, Time = world.Ours });
        foreach (var record in runtime.GetRecords(new RecordQuery($"{name.TrimStart('#')}*"))) say($"{title}: {record}");
        foreach (var line in runtime.GetLog(new LogQuery(Number: name.TrimStart('#')))) say($"{title}: {line}");
    }

    // A fault that lasts loses the answer of each label that is asked for meanwhile.
    private void Lose(Victim victim, int answers)
    {
        for (var lost = 0; lost < answers; lost += BillbeeKillWorld.AskedAtATime) _lost.Add(victim.Type, KillPoint.AnswerOut);
    }

    // Some things are asked for only where something has changed, or where a record that failed is tried again.
    private async Task WaitAsync()
    {
        world.Clock.Pass(TimeSpan.FromHours(13));
        await world.CatchUpAsync();
        world.Edit();
    }

    private async Task<string?> RunAsync(Victim victim, Cell cell)
    {
        try
        {
            await GuardedAsync(world.RunAsync(victim), $"{cell}");
            return null;
        }
#pragma warning disable CA1031 // Whatever escapes a run is what is looked for.
        catch (Exception e) when (e is not TimeoutException)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
#pragma warning restore CA1031
    }

    private void Judge(Cell cell, string? escaped)
    {
        world.Failures.Clear();
        if (escaped is not null)
        {
            Found(cell, $"an exception escaped: {escaped}");
            return;
        }

        if (world.Events.OfType<RunFinished>().SingleOrDefault()?.Run is not { } run)
        {
            Found(cell, $"no run: {string.Join(" | ", world.Events.Select(one => one.ToString()))}");
            return;
        }

        var outcome = OutcomeOf(cell, run);
        tally.Hit(cell, outcome);
        var reasons = string.Join(", ", world.Events.OfType<RecordSettled>().Where(record => record.Kind is OutcomeKind.Failed).Select(record => record.Reason).Distinct());
        say($"{title}: {cell}: {outcome} {run.Error?.Code} {reasons}");
        if (!Expectations.Of(cell).HasFlag(outcome)) Found(cell, $"{outcome} ({run.Status}, {run.Error}), expected {Expectations.Of(cell)}; failed: {reasons}; asked again: {AskedAgain()}");
        if (run.Error is { } error && (error.Code.Length == 0 || error.Message.Length == 0)) Found(cell, "an error without reason");
        if (run.Error is { Code: ErrorIds.InternalError }) Found(cell, $"{run.Error} {string.Join(' ', world.Events.OfType<RunFault>().Select(fault => fault.Message)).ReplaceLineEndings(" ")}");
        if (run.Error is { Code: not "EveryRecordFailed" } told && !Systems.Any(name => told.Message.Contains(name, StringComparison.OrdinalIgnoreCase))) Found(cell, $"names no system: {told}");
    }

    // Of a record that waited before, a run says only that it goes on waiting: that may be what the cell has to come to.
    private Outcome OutcomeOf(Cell cell, IntegrationRun run)
    {
        var outcome = Outcomes.Of(run, world.Events, ordinary);
        return outcome is Outcome.WentOn && !Expectations.Of(cell).HasFlag(outcome) && Outcomes.WaitsOn(world.Events, ordinary) ? Outcome.RecordsOpen : outcome;
    }

    // What was asked for again has not been read as it came first: a fault may have been spent on it.
    private string AskedAgain() => string.Join(", ", world.Events.OfType<RequestMade>().Where(one => one.RetryIn is not null).Select(one => $"{one.Operation} ({one.Failure}, {one.Duration})"));

    private static readonly string[] Systems = ["Shopify", "PULPO", "Billbee"];

    // The run after it finds no trouble any more; what a vendor or we ourselves hold back for a time is over by then.
    private async Task AfterwardsAsync(Victim victim, Cell cell)
    {
        world.Clock.Pass(TimeSpan.FromMinutes(61));
        if (victim.WaitsForOrders) await GuardedAsync(world.ReadOrdersAsync(), $"orders after {cell}");
        // A value that becomes another one is a change, which the vendor would have told of by its time.
        await GuardedAsync(cell.Trouble.IsOfMember ? world.CompareAsync(victim) : world.RunAsync(victim), $"the run after {cell}");
        Quiet($"in the run after {cell}");
    }

    private void Quiet(string when)
    {
        foreach (var failure in world.Failures) _findings.Add($"{title}, {when}: {failure}");
        world.Failures.Clear();
    }

    private void Found(Cell cell, string what) => _findings.Add(string.Create(CultureInfo.InvariantCulture, $"{title}, {cell}: {what}"));

    private static async Task GuardedAsync(Task task, string what)
    {
        try
        {
            await task.WaitAsync(Guard);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} hangs: no end within {Guard}");
        }
    }
}
