using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Company;

/// <summary>
/// A holder sleeps (SIGSTOP) for an hour, another one does its work, then it wakes up (SIGCONT): nothing that it has not committed counts any more, it says
/// so, and what it had on the wire is settled by the other one. One that falls asleep inside a transaction of its own keeps everybody from the store: the other
/// one says that, and nothing has passed on when it wakes up.
/// </summary>
internal sealed class SleepingHolder(KillWorld world, Random random, Tally tally)
{
    private static readonly KillPoint[] Points = [KillPoint.Prepared, KillPoint.InFlight, KillPoint.AnswerOut, KillPoint.Committed];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private const int Tries = 6;

    public static async Task PlayAsync(Random random, Tally tally)
    {
        await using KillWorld world = await ShopifyKillWorld.StartAsync(random, "Available");
        world.Clock.Share(world.StorePath + ".clock");
        var sleepers = new SleepingHolder(world, random, tally);
        // Each point with the orders, whose numbers are unique, and with what has none.
        foreach (var point in Points)
        {
            await sleepers.PlayAsync("Orders", point);
            await sleepers.PlayAsync(random.Next(2) == 0 ? "Shipments" : "Stock", point);
        }

        await world.SettleAsync();
        tally.Orders += world.Sandbox.Shops.Values.Sum(shop => shop.Orders.Count);
        foreach (var finding in world.Failures.Concat(world.Findings(new Hits()))) tally.Demand(false, finding);
    }

    private async Task PlayAsync(string name, KillPoint point)
    {
        var victim = world.Victims.Single(one => one.Name == name);
        for (var i = 0; i < Tries; i++)
        {
            await world.LiveAsync(victim);
            if (victim.WaitsForOrders) await world.ReadOrdersAsync();
            if (await SleepAsync(victim, point)) return;
        }

        tally.Demand(false, $"{name} could not be sent to sleep at {point}");
    }

    private async Task<bool> SleepAsync(Victim victim, KillPoint point)
    {
        var title = $"{victim.Name} asleep at {point}";
        var held = point is KillPoint.InFlight or KillPoint.AnswerOut ? Hold(victim, point) : [];
        using var sleeper = world.Start(held.Count > 0 ? null : $"{point.ToString().ToLowerInvariant()}:1", victim.Name);
        await Task.WhenAny(held.Count > 0 ? Task.WhenAny(held.Select(fault => fault.Reached)) : sleeper.Halted, sleeper.Exited);
        var isAsleep = !sleeper.Exited.IsCompleted;
        var (committed, isStuck) = (0, false);
        if (isAsleep)
        {
            await sleeper.SleepAsync();
            committed = Commits(sleeper);
            isStuck = await PassTheHourAsync(victim, held, title);
            await sleeper.WakeAsync();
        }

        await sleeper.Exited;
        tally.Hear(sleeper);
        foreach (var fault in held) world.Sandbox.Faults.Remove(fault.Id);
        if (isStuck)
        {
            tally.Demand(sleeper.ExitCode is 0 or 2, $"{title}, inside a transaction: ended with {sleeper.ExitCode}: {string.Join(' ', sleeper.Events)}");
            return false;
        }

        if (isAsleep) SaysThatItLost(sleeper, title);
        // What was committed before it slept may be told after that.
        var late = Commits(sleeper) - committed - (point is KillPoint.Committed ? 1 : 0);
        tally.Demand(!isAsleep || late <= 0, $"{title}: {late} late commits got through");
        return isAsleep;
    }

    // True where the sleeper keeps everybody from the store.
    private async Task<bool> PassTheHourAsync(Victim victim, List<Fault> held, string title)
    {
        var onTheWire = held.Find(fault => fault is { Kind: FaultKind.HangBefore, IsReached: true });
        // Where nothing refuses a second record of the same number, a request is waited for, but not for an hour.
        if (onTheWire is { System: not "pulpo" }) await ExecuteAsync(onTheWire);
        world.Clock.Pass(Hour);
        if (random.Next(2) == 0) world.Edit();
        if (victim.WaitsForOrders) await world.ReadOrdersAsync();
        using var next = world.Start(null, victim.Name);
        if (onTheWire is { System: "pulpo" })
        {
            var until = world.Sandbox.Traffic.Total + random.Next(20);
            while (world.Sandbox.Traffic.Total < until && !next.Exited.IsCompleted) await Task.Delay(1);
            await ExecuteAsync(onTheWire);
        }

        await next.Exited;
        if (next is { ExitCode: 1 } && next.Errors.Contains($"\"{ErrorIds.StoreBusy}\"", StringComparison.Ordinal))
        {
            tally.Kept++;
            return true;
        }

        tally.Hear(next);
        var hasTakenOver = Tally.Of(next, "runStarted").Count == 1;
        tally.Demand(hasTakenOver && next.ExitCode is 0 or 2, $"{title}: the next one ended with {next.ExitCode}: {string.Join(' ', next.Events)}");
        if (hasTakenOver) tally.Takeovers++;
        return false;
    }

    private void SaysThatItLost(ChildProcess sleeper, string title)
    {
        var run = Tally.Of(sleeper, "runFinished").SingleOrDefault();
        var isSaid = run.ValueKind is not System.Text.Json.JsonValueKind.Undefined && Tally.Text(run, "error").Contains("LeaseLost", StringComparison.Ordinal);
        tally.Demand(isSaid && sleeper.ExitCode == 1, $"{title}: does not say that it lost its lease, exit code {sleeper.ExitCode}: {run}");
        if (isSaid) tally.Refused++;
    }

    private static int Commits(ChildProcess process) => Tally.Of(process, "pageCommitted").Count;

    private List<Fault> Hold(Victim victim, KillPoint point) =>
    [
        .. victim.Writes.Select(call => world.Sandbox.Faults.Add(new Fault
        {
            Kind = point is KillPoint.InFlight ? FaultKind.HangBefore : FaultKind.HangAfter, System = call.System, Operation = call.Operation, OutlivesClient = true,
        })),
    ];

    private async Task ExecuteAsync(Fault held)
    {
        world.Sandbox.Faults.Remove(held.Id);
        await held.Ended;
    }
}
