using System.Globalization;

namespace PulpoSync.Torture.Company;

/// <summary>Many ask while an import runs, in processes of their own and in one that stays: each gets an answer, and no answer takes back an earlier one.</summary>
internal static class Readers
{
    private const int Askers = 2;

    public static async Task PlayAsync(Random random, Tally tally)
    {
        await using var office = await Office.StartAsync(random);
        office.Buy(20);
        await ImportAsync(office, tally);
        var number = office.Rehearsal.Tenant.Orders[0].Number;
        var asking = Task.WhenAll(Enumerable.Range(0, Askers).Select(_ => AskAsync(office, number, tally)));
        var watching = Task.Run(() => Watch(office, asking, tally));
        while (!asking.IsCompleted)
        {
            office.Buy(random.Next(20, 60));
            await ImportAsync(office, tally);
        }

        await Task.WhenAll(asking, watching);
        office.Compare(tally);
    }

    private static async Task ImportAsync(Office office, Tally tally)
    {
        using var import = office.Start("run", Office.Orders);
        await import.Exited;
        Hear(import, [0, 2], "run", tally);
    }

    private static async Task AskAsync(Office office, string number, Tally tally)
    {
        (string[] Line, int[] ExitCodes)[] questions =
        [
            (["status"], [0]), (["log"], [0]), (["record", number], [0]), (["runs"], [0]), (["status", "--check"], [0, 1, 2]),
        ];
        foreach (var (line, exitCodes) in questions)
        {
            using var asker = office.Start(line);
            await asker.Exited;
            Hear(asker, exitCodes, string.Join(' ', line), tally);
        }
    }

    private static void Hear(ChildProcess process, int[] exitCodes, string line, Tally tally)
    {
        lock (tally)
        {
            tally.Hear(process);
            tally.Demand(exitCodes.Contains(process.ExitCode), string.Create(CultureInfo.InvariantCulture, $"{line} ended with {process.ExitCode}"));
        }
    }

    // What is written stays written, and what is in the log stays there.
    private static void Watch(Office office, Task asking, Tally tally)
    {
        var (written, logged, runs) = (new Dictionary<string, string?>(), 0, 0);
        var runtime = office.Rehearsal.Runtime;
        try
        {
            while (!asking.IsCompleted)
            {
                var now = runtime.GetRecords(new RecordQuery(State: [LedgerState.Written], Last: 100_000)).ToDictionary(record => record.Number, record => record.DestinationId);
                var lost = written.Where(before => !now.TryGetValue(before.Key, out var id) || id != before.Value).Select(before => before.Key).ToList();
                var (lines, all) = (runtime.GetLog(new LogQuery(Last: 100_000)).Count, runtime.GetRuns(new RunQuery(Last: 1000)).Count);
                var status = runtime.GetStatus().Single();
                lock (tally)
                {
                    tally.Demand(lost.Count == 0, $"{string.Join(", ", lost)} were written and are not any more");
                    tally.Demand(lines >= logged && all >= runs && status.LastRun is not null, $"{lines} lines after {logged}, {all} runs after {runs}, last {status.LastRun?.Id}");
                }

                (written, logged, runs) = (now, lines, all);
            }
        }
        catch (PulpoSyncException refused)
        {
            lock (tally) tally.Demand(false, $"{refused.ErrorId}: {refused.Message}");
        }
    }
}
