namespace PulpoSync;

/// <summary>How a host opens the engine.</summary>
public sealed record RuntimeOptions
{
    /// <summary>Path of the store; null: <c>PULPOSYNC_STORE</c>, else the platform's place.</summary>
    public string? StorePath { get; init; }
    /// <summary>Clock; null: the system's.</summary>
    public TimeProvider? Time { get; init; }
    /// <summary>Resolves secrets that lie in a vault which only the host can open; null: such secrets cannot be read.</summary>
    public Func<SecretReference, string?>? VaultReader { get; init; }
    /// <summary>Name of the host for run protocols and leases (<c>pwsh</c>, <c>cli</c>).</summary>
    public string Host { get; init; } = "host";
}
