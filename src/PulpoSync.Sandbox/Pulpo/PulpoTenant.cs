namespace PulpoSync.Sandbox;

/// <summary>One emulated PULPO tenant.</summary>
public sealed class PulpoTenant(TenantOptions options, TimeProvider time)
{
    /// <summary>How it was made.</summary>
    public TenantOptions Options { get; } = options;

    internal TimeProvider Time { get; } = time;
}
