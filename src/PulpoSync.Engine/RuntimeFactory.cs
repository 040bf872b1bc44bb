namespace PulpoSync.Engine;

/// <inheritdoc cref="IRuntimeFactory"/>
public sealed class RuntimeFactory : IRuntimeFactory
{
    /// <inheritdoc/>
    public IPulpoSyncRuntime Open(RuntimeOptions options) => new PulpoSyncRuntime(options);
}
