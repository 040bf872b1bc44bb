using System.CommandLine;
using PulpoSync.Torture.Mutations;
using PulpoSync.Torture.Reports;

namespace PulpoSync.Torture;

/// <summary>The tortures, one command each. Each ends with one line of figures; exit code 0 says that nothing was lost, doubled or leaked.</summary>
internal static class Commands
{
    private static readonly Option<int?> Count = new("--count") { Description = "How many cases.", HelpName = "N", Recursive = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of all that is drawn.", HelpName = "N", DefaultValueFactory = _ => 1, Recursive = true };
    private static readonly Option<int?> Case = new("--case") { Description = "Only this case, told at length, where a torture numbers its cases.", HelpName = "N", Recursive = true };
    private static readonly Option<bool> Publish = new("--publish") { Description = "Write the figures into docs/RELIABILITY.md.", Recursive = true };

    private static readonly (string Name, string Description, Func<TortureOptions, CancellationToken, Task<Verdict>> RunAsync)[] Tortures =
    [
        ("kills", "Kills runs of every type (SIGKILL) wherever it hurts, and compares the worlds.", Kills.KillTorture.RunAsync),
        ("store", "Spoils stores, kills changes of their schema, restores older backups, and compares the worlds.", Store.StoreTorture.RunAsync),
        ("faults", "Every endpoint in use × every fault, with the outcome that is expected of it.", Faults.FaultTorture.RunAsync),
        ("company", "Several processes on one store: leases, holders that die or sleep, readers, a slow first import.", Company.CompanyTorture.RunAsync),
        ("mutations", "Spoils vendors' answers, import files, rows and settings by seed.", MutationTorture.RunAsync),
        ("secrets", "Plants canaries in every credential and customer field and searches everything for them.", Secrets.SecretsTorture.RunAsync),
    ];

    public static RootCommand Create()
    {
        var root = new RootCommand("Tries to make PulpoSync lose, double or leak something.") { Count, Seed, Case, Publish, Worker.Create() };
        foreach (var (name, description, runAsync) in Tortures)
        {
            var command = new Command(name, description);
            command.SetAction(async (parsed, cancellationToken) =>
            {
                var verdict = await runAsync(new TortureOptions(parsed.GetValue(Count), parsed.GetValue(Seed), Console.Error.WriteLine, parsed.GetValue(Case)), cancellationToken);
                if (parsed.GetValue(Publish)) ReliabilityPage.Write(name, $"{verdict.Table.Trim()}\n\n`{verdict.Figures}`");
                if (parsed.GetValue(Publish) && verdict.Beside is { } beside) ReliabilityPage.Write(beside.Name, beside.Content);
                foreach (var finding in verdict.Findings) Console.Error.WriteLine($"FOUND: {finding}");
                Console.WriteLine(verdict.Figures);
                return verdict.Findings.Count == 0 ? 0 : 1;
            });
            root.Add(command);
        }

        return root;
    }
}
