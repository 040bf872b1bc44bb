namespace PulpoSync.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of every emulated vendor: timestamps, token lifetimes, rate limits, search lag.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Delay before each vendor answer; none by default. Real time, whatever <see cref="Time"/> says: it stands for the network.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>A JSON-lines file to which each request and answer is appended, or null for no recording.</summary>
    public string? RecordTo { get; init; }
}
