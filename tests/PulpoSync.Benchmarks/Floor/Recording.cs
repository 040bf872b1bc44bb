using System.Text.Json;

namespace PulpoSync.Benchmarks.Floor;

/// <summary>The traffic that a sandbox has recorded, as files of requests that can be sent again.</summary>
internal static class Recording
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Lines so far.</summary>
    public static int Length(string recording) => File.ReadLines(recording).Count();

    /// <summary>Writes the requests to one file per lane, without the answers.</summary>
    /// <param name="recording">Recorded traffic.</param>
    /// <param name="skip">Lines that were recorded before the run began.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Split(string recording, int skip)
    {
        var lanes = new Dictionary<string, StreamWriter>();
        var customers = 0;
        try
        {
            foreach (var line in File.ReadLines(recording).Skip(skip))
            {
                var request = JsonSerializer.Deserialize<RecordedRequest>(line, Json)!;
                var lane = $"{recording}.{request.Lane}";
                if (!lanes.TryGetValue(lane, out var file)) lanes[lane] = file = new StreamWriter(lane);
                file.WriteLine(JsonSerializer.Serialize(request with { After = request.Lane is Lane.Orders ? customers : 0 }, Json));
                if (request.Lane is Lane.Customers) customers++;
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
