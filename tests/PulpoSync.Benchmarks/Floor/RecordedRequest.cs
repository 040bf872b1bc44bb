namespace PulpoSync.Benchmarks.Floor;

/// <summary>A request as it was sent, and the status that came back.</summary>
internal sealed record RecordedRequest(string System, string Method, string Path, string Query, string? RequestBody, int Status);
