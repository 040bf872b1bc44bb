namespace PulpoSync;

/// <summary>Opens the engine. The one type that a host looks for by name: <c>PulpoSync.Engine.RuntimeFactory</c> in <c>PulpoSync.Engine.dll</c>.</summary>
public interface IRuntimeFactory
{
    /// <summary>Opens the engine; the store is opened when it is first needed.</summary>
    IPulpoSyncRuntime Open(RuntimeOptions options);
}
