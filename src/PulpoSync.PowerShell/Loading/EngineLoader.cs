using System.Reflection;

namespace PulpoSync.PowerShell.Loading;

/// <summary>Loads the engine out of <c>lib/</c>, once per process and not before a cmdlet needs it: importing the module stays quick and cannot fail.</summary>
internal static class EngineLoader
{
    private const string EngineName = "PulpoSync.Engine";
    private static readonly Lazy<IRuntimeFactory> Factory = new(Load);

    /// <summary>Opens the engine on a store.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.InternalError"/> where the engine cannot be loaded.</exception>
    public static IPulpoSyncRuntime Open(RuntimeOptions options) => Factory.Value.Open(options);

    private static IRuntimeFactory Load()
    {
        var lib = Path.Combine(Path.GetDirectoryName(typeof(EngineLoader).Assembly.Location)!, "lib");
        try
        {
            var engine = new ModuleLoadContext(lib).LoadFromAssemblyName(new AssemblyName(EngineName));
            return (IRuntimeFactory)Activator.CreateInstance(engine.GetType($"{EngineName}.RuntimeFactory", throwOnError: true)!, nonPublic: true)!;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException or InvalidCastException or MissingMethodException)
        {
            throw new PulpoSyncException(
                ErrorIds.InternalError, $"The engine cannot be loaded from '{lib}': {e.Message} Install the module again, and start a new session after an update.", lib, e);
        }
    }
}
