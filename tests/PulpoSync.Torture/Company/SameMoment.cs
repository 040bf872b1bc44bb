using PulpoSync.Cli.Hosting;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Company;

/// <summary>Two and four processes start at the same moment, again and again: one has the route, the others say who holds it.</summary>
internal static class SameMoment
{
    public static async Task PlayAsync(Random random, Tally tally)
    {
        await using var office = await Office.StartAsync(random);
        foreach (var processes in new[] { 2, 4 })
        {
            office.Buy(random.Next(10, 40));
            office.Clock.Pass(TimeSpan.FromMinutes(11));
            await DueAsync(office, processes, tally);
            office.Buy(random.Next(10, 40));
            await NamedAsync(office, processes, tally);
        }

        office.Compare(tally);
    }

    // Whoever comes too late finds nothing due any more: once due is run once, however many come.
    private static async Task DueAsync(Office office, int processes, Tally tally)
    {
        var all = await office.TogetherAsync(processes, tally, "run", "--due");
        tally.Demand(all.Sum(process => Tally.Of(process, "runStarted").Count) == 1, $"{processes} processes ran once due {all.Sum(process => Tally.Of(process, "runStarted").Count)} times");
        foreach (var process in all) Demand(process, ExitCodes.Finished, tally);
        foreach (var process in all) process.Dispose();
    }

    // What is named is run by each that gets the route; one keeps it until all others have been told so.
    private static async Task NamedAsync(Office office, int processes, Tally tally)
    {
        var held = office.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.HangAfter, Operation = Office.CreateOrders });
        var all = Enumerable.Range(0, processes).Select(_ => office.Start("run", Office.Orders)).ToList();
        var waiting = all.Select(process => process.Exited).ToList();
        await held.Reached;
        // The one that has the route is the last: it waits for its answer.
        while (waiting.Count > 1) waiting.Remove(await Task.WhenAny(waiting));
        office.Rehearsal.Sandbox.Faults.Remove(held.Id);
        await Task.WhenAll(waiting);
        Office.DemandOneAtATime(all, tally);
        foreach (var process in all)
        {
            tally.Hear(process);
            Demand(process, ExitCodes.Held, tally);
            process.Dispose();
        }
    }

    private static void Demand(ChildProcess process, int withoutRun, Tally tally)
    {
        var runs = Tally.Of(process, "runFinished");
        var status = runs.Count == 0 ? (RunStatus?)null : Enum.Parse<RunStatus>(Tally.Text(runs[0], "status"), ignoreCase: true);
        var expected = status is { } known ? ExitCodes.Of(known) : withoutRun;
        tally.Demand(status is not RunStatus.Failed && process.ExitCode == expected, $"exit code {process.ExitCode}, run {status}: {string.Join(' ', process.Events)}");
    }
}
