using System.Text.Json;

namespace PulpoSync.Benchmarks.Floor;

/// <summary>The traffic that a sandbox has recorded, as files of requests that can be sent again.</summary>
internal static class Recording
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Lines so far.</summary>
    public static int Length(string recording) => File.ReadLines(recording).Count();

    /// <summary>
    /// Writes the requests to one file per lane, without the answers. Requests of one lane are sent one after another, lanes at the same time, as the
    /// run had it: in one lane where it never had two requests under way, else each vendor's in a lane of its own.
    /// </summary>
    /// <param name="recording">Recorded traffic.</param>
    /// <param name="skip">Lines that were recorded before the run began.</param>
    /// <param name="concurrency">The greatest number of requests that the run had under way.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Split(string recording, int skip, int concurrency)
    {
        var lanes = new Dictionary<string, StreamWriter>();
        try
        {
            foreach (var line in File.ReadLines(recording).Skip(skip))
            {
                var request = JsonSerializer.Deserialize<RecordedRequest>(line, Json)!;
                var lane = $"{recording}.{(concurrency > 1 ? request.System : "all")}";
                if (!lanes.TryGetValue(lane, out var file)) lanes[lane] = file = new StreamWriter(lane);
                file.WriteLine(JsonSerializer.Serialize(request, Json));
            }

            return [.. lanes.Keys];
        }
        finally
        {
            foreach (var file in lanes.Values) file.Dispose();
        }
    }

    /// <summary>The requests of a lane.</summary>
    public static IEnumerable<RecordedRequest> Read(string lane) => File.ReadLines(lane).Select(line => JsonSerializer.Deserialize<RecordedRequest>(line, Json)!);
}
