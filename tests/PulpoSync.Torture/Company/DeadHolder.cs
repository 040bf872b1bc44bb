using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Company;

/// <summary>A holder dies while others come and are turned away: whoever comes next has the route at once, on this machine, without waiting for the lease's end.</summary>
internal static class DeadHolder
{
    private static readonly FaultKind[] Kinds = [FaultKind.HangBefore, FaultKind.HangAfter];

    public static async Task PlayAsync(Random random, Tally tally)
    {
        await using var office = await Office.StartAsync(random);
        foreach (var kind in Kinds)
        {
            office.Buy(random.Next(20, 60));
            office.Clock.Pass(TimeSpan.FromMinutes(11));
            var held = office.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = kind, Operation = Office.CreateOrders, OutlivesClient = true });
            using var holder = office.Start("run", Office.Orders);
            await held.Reached;
            foreach (var other in await office.TogetherAsync(2, tally, "run", Office.Orders))
            {
                tally.Demand(other.ExitCode == 4, $"exit code {other.ExitCode} beside a holder: {string.Join(' ', other.Events)}");
                other.Dispose();
            }

            var before = office.Rehearsal.Runtime.GetRuns(new RunQuery(Last: 1)).Single();
            await holder.KillAsync();
            tally.Hear(holder);
            // What was on the wire is executed while the next holder is at work.
            var next = office.TogetherAsync(3, tally, "run", Office.Orders);
            await Task.Delay(random.Next(1500));
            office.Rehearsal.Sandbox.Faults.Remove(held.Id);
            await held.Ended;
            var all = await next;
            TookOver(office, before, all, tally);
            foreach (var process in all) process.Dispose();
        }

        office.Compare(tally);
    }

    private static void TookOver(Office office, IntegrationRun dead, IReadOnlyList<ChildProcess> all, Tally tally)
    {
        var runs = all.Sum(process => Tally.Of(process, "runStarted").Count);
        tally.Demand(runs > 0, $"nobody took over from run {dead.Id}: {string.Join(' ', all.SelectMany(process => process.Events))}");
        if (runs > 0) tally.Takeovers++;
        tally.Demand(all.All(process => process.ExitCode is 0 or 2 or 4), $"exit codes {string.Join(", ", all.Select(process => process.ExitCode))}");
        var now = office.Rehearsal.Runtime.GetRuns(new RunQuery(Last: 1000)).Single(run => run.Id == dead.Id);
        tally.Demand(now is { Status: RunStatus.Failed, Error.Code: "ProcessDied" }, $"the dead run is called {now.Status} {now.Error?.Code}");
    }
}
