using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace PulpoSync.PowerShell.Loading;

/// <summary>
/// Keeps the engine and all it depends on apart from what PowerShell and other modules have loaded. Only PulpoSync.Abstractions is shared, so that
/// both sides mean the same types.
/// </summary>
/// <remarks>
/// Paths are probed by hand: AssemblyDependencyResolver needs a host policy library that a process which embeds PowerShell may lack.
/// The context cannot be unloaded; a new version of the module needs a new session.
/// </remarks>
internal sealed class ModuleLoadContext(string lib) : AssemblyLoadContext("PulpoSync", isCollectible: false)
{
    // The runtime asks once per imported function, not once per library.
    private readonly ConcurrentDictionary<string, nint> _libraries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var shared = typeof(IPulpoSyncRuntime).Assembly;
        if (assemblyName.Name == shared.GetName().Name) return shared;

        var path = Path.Combine(lib, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) => _libraries.GetOrAdd(unmanagedDllName, LoadNative);

    private nint LoadNative(string name)
    {
        var path = NativeLibraries
            .Candidates(RuntimeInformation.RuntimeIdentifier, Platform.Current, name)
            .Select(candidate => Path.Combine(lib, candidate))
            .FirstOrDefault(File.Exists);
        return path is null ? nint.Zero : LoadUnmanagedDllFromPath(path);
    }
}
