namespace PulpoSync.Torture.Company;

/// <summary>
/// The daily and the recurring integration of one route become due at the same minute, and the task that runs what is due comes each minute, in two processes.
/// </summary>
internal static class SameMinute
{
    private const string Daily = "Orders of the day";
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(90);

    public static async Task PlayAsync(Random random, Tally tally)
    {
        await using var office = await Office.StartAsync(random);
        await AddDailyAsync(office);
        for (var minute = 0; minute < 5; minute++)
        {
            office.Buy(random.Next(3, 10));
            foreach (var process in await office.TogetherAsync(2, tally, "run", "--due"))
            {
                tally.Demand(process.ExitCode is 0 or 2, $"exit code {process.ExitCode}: {string.Join(' ', process.Events)}");
                process.Dispose();
            }

            // The last one before the daily one's time is so late that the gap is not over when it comes.
            office.Clock.Pass(TimeSpan.FromSeconds(minute == 0 ? (11 * 60) - 20 : 60));
        }

        // What the daily one has left is fetched.
        office.Clock.Pass(TimeSpan.FromMinutes(11));
        foreach (var process in await office.TogetherAsync(2, tally, "run", "--due")) process.Dispose();
        var runs = office.Rehearsal.Runtime.GetRuns(new RunQuery(Last: 1000)).OrderBy(run => run.Id).ToList();
        var daily = runs.Where(run => run.Integration == Daily).ToList();
        tally.Demand(daily.Count == 1, $"the daily integration ran {daily.Count} times");
        foreach (var run in daily)
        {
            var last = runs.Where(one => one.Integration == Office.Orders && one.Id < run.Id).Max(one => (DateTimeOffset?)one.StartedAt);
            tally.Demand(!(run.StartedAt - last < Gap), $"the daily integration began {(run.StartedAt - last)?.TotalSeconds} seconds after the recurring one");
        }

        tally.Demand(runs.Count(run => run.Integration == Office.Orders) >= 2, $"the recurring integration ran {runs.Count(run => run.Integration == Office.Orders)} times");
        office.Compare(tally);
    }

    // Due eleven minutes from now, when the recurring one is due again as well.
    private static Task AddDailyAsync(Office office) => office.Rehearsal.Runtime.NewConfigAsync(
        new ConfigDefinition
        {
            Name = Daily, Type = IntegrationType.SalesOrders, Source = "Shop", Destination = "PULPO", TimeZone = "UTC", GapSeconds = (int)Gap.TotalSeconds,
            DailyAt = office.Clock.GetUtcNow().AddMinutes(11).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            Settings = office.Settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
        }, CancellationToken.None);
}
