using System.Diagnostics;
using System.Globalization;
using PulpoSync.Torture.Mutations.Cases;

namespace PulpoSync.Torture.Mutations;

/// <summary>
/// Bad input of every kind: vendors' answers, import files, rows and settings, spoilt by seed. Each case ends with a reason or as if nothing had been: nothing is
/// thrown that the contract does not allow, nothing hangs, and no order becomes another one.
/// </summary>
internal static class MutationTorture
{
    private const int DefaultCount = 200_000;
    private const int MostFindings = 40;
    private const long MostBytes = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Carries them out.</summary>
    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var count = options.Count ?? DefaultCount;
        await using var material = await Material.GatherAsync(options, cancellationToken).ConfigureAwait(false);
        var tally = new SortedDictionary<(string Source, string Outcome), int>();
        var findings = new List<string>();
        var watch = Stopwatch.StartNew();
        foreach (var number in options.Case is { } one ? Enumerable.Range(one, 1) : Enumerable.Range(0, count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cases = material.Of(number);
            var result = await OneAsync(cases, new Random(unchecked((options.Seed * 1_000_003) + number)), cancellationToken).ConfigureAwait(false);
            if (options.Case is not null) options.Say($"{cases.Name}: {result.What}: {result.Outcome}");
            tally[(cases.Name, result.Outcome)] = tally.GetValueOrDefault((cases.Name, result.Outcome)) + 1;
            if (result.Finding is { } finding)
            {
                findings.Add($"--seed {options.Seed} --case {number}: {cases.Name}, {result.What}: {finding}");
                // At once: who has waited for an hour should not have to wait for the end.
                options.Say(findings[^1]);
            }

            if (findings.Count >= MostFindings) break;
            if ((number + 1) % 10_000 == 0) options.Say(string.Create(CultureInfo.InvariantCulture, $"{number + 1} cases in {watch.Elapsed.TotalSeconds:0} s, {findings.Count} findings"));
        }

        var sources = tally.GroupBy(one => one.Key.Source).Select(group => $"{group.Key} {group.Sum(one => one.Value)}");
        var figures = $"mutations: seed {options.Seed}, {tally.Values.Sum()} cases ({string.Join(", ", sources)}), {findings.Count} findings{material.Remark}";
        return new Verdict(figures, findings, MutationTable.Of(tally));
    }

    private static async Task<CaseResult> OneAsync(ICases cases, Random random, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            // On a thread of its own: what loops without waiting is seen as well.
            var result = await Task.Run(() => cases.RunAsync(random, cancellationToken), cancellationToken).WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            var bytes = GC.GetTotalAllocatedBytes() - before;
            return bytes > MostBytes ? result with { Finding = result.Finding ?? $"took {bytes / 1_000_000} MB" } : result;
        }
        catch (TimeoutException)
        {
            return new CaseResult("?", "hangs", $"no end within {Patience.TotalSeconds} s");
        }
#pragma warning disable CA1031 // What is thrown is what is looked for.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new CaseResult("?", "thrown", e.ToString().ReplaceLineEndings(" "));
        }
#pragma warning restore CA1031
    }
}
