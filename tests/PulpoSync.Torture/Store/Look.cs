using PulpoSync.Engine;

namespace PulpoSync.Torture.Store;

/// <summary>All that a person can ask of a store, as text to compare.</summary>
internal static class Look
{
    private const int All = 1_000_000;

    /// <summary>Asks for all of it. Errors go through.</summary>
    public static async Task<string> AtAsync(string path)
    {
        await using var runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = path });
        string[] parts =
        [
            $"{runtime.GetStore().SchemaVersion}",
            .. runtime.GetCredentials().Select(one => $"{one.Name} {one.System} {one.Address} {string.Join(',', one.Fields.Select(field => $"{field.Key}={field.Value}"))}"),
            .. runtime.GetConfigs().Select(one => $"{one.Name} {one.Type} {one.Source} {one.Destination} {string.Join(',', one.Settings.Select(setting => $"{setting.Key}={setting.Value}"))}"),
            .. runtime.GetRuns(new RunQuery(Last: All)).Select(one => $"{one.Id} {one.Integration} {one.Status} {one.Counts}"),
            .. runtime.GetRecords(new RecordQuery(Last: All)).Select(one => $"{one}"),
            .. runtime.GetLog(new LogQuery(Last: All)).Select(one => $"{one}"),
        ];
        return string.Join('\n', parts);
    }

    /// <summary>What it comes to: an error for people, what is shown otherwise, or what must not be; nothing of it where the store is as it was.</summary>
    /// <param name="path">Store.</param>
    /// <param name="before">What there was to see before.</param>
    public static async Task<(PulpoSyncException? Error, string? Difference, string? Fault)> CompareAsync(string path, string before)
    {
        try
        {
            var now = await AtAsync(path);
            return (null, now == before ? null : Difference(before, now), null);
        }
        catch (PulpoSyncException error)
        {
            return (error, null, null);
        }
        catch (Exception e)
        {
            return (null, null, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private static string Difference(string before, string now)
    {
        var (was, isNow) = (before.Split('\n'), now.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(was.Length, isNow.Length)).FirstOrDefault(line => was[line] != isNow[line], -1);
        return at < 0 ? $"{was.Length} lines became {isNow.Length}" : $"'{was[at]}' became '{isNow[at]}'";
    }
}
