using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Sandbox;

/// <summary>One emulated PULPO tenant.</summary>
public sealed class PulpoTenant(TenantOptions options, TimeProvider time)
{
    /// <summary>How it was made.</summary>
    public TenantOptions Options { get; } = options;

    internal PulpoWorld World { get; } = new(options, time);
}
