using System.Reflection;
using System.Runtime.Loader;

namespace PulpoSync.Tests.Module;

public sealed class IsolationTests
{
    private static readonly string[] Platforms = ["linux-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    [Fact]
    public void Cmdlets_know_only_the_framework_PowerShell_and_the_shared_types()
    {
        var foreign = ModuleFolder.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "PulpoSync.Abstractions"));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Module_folder_holds_nothing_beside_its_own_two_assemblies()
    {
        var assemblies = Directory.GetFiles(ModuleFolder.File(), "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["PulpoSync.Abstractions.dll", "PulpoSync.PowerShell.dll"], assemblies);
    }

    [Fact]
    public void Engine_folder_holds_no_second_copy_of_the_shared_types()
    {
        Assert.True(File.Exists(ModuleFolder.File("lib", "PulpoSync.Engine.dll")));
        Assert.False(File.Exists(ModuleFolder.File("lib", "PulpoSync.Abstractions.dll")));
    }

    [Fact]
    public void Native_libraries_are_there_for_every_supported_platform_and_no_other()
    {
        var folders = Directory.GetDirectories(ModuleFolder.File("lib", "runtimes")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

        Assert.Equal(Platforms, folders);
        Assert.All(Platforms, platform => Assert.Single(Directory.GetFiles(ModuleFolder.File("lib", "runtimes", platform, "native"))));
    }

    [Fact]
    public async Task Engine_opens_a_store_in_a_context_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("pulposync-isolation-");
        try
        {
            await using var runtime = Open(Path.Combine(folder.FullName, "store.db"));
            var store = runtime.InitializeStore();
            var context = AssemblyLoadContext.GetLoadContext(runtime.GetType().Assembly)!;

            Assert.True(store.Created);
            Assert.Equal("PulpoSync", context.Name);
            Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "Microsoft.Data.Sqlite");
            Assert.All(context.Assemblies, assembly => Assert.StartsWith(ModuleFolder.File("lib"), assembly.Location, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The module's own loader, from the folder that is shipped. It touches no type of PowerShell.
    private static IPulpoSyncRuntime Open(string store)
    {
        var module = new AssemblyLoadContext("host").LoadFromAssemblyPath(ModuleFolder.File("PulpoSync.PowerShell.dll"));
        var open = module.GetType("PulpoSync.PowerShell.Loading.EngineLoader")!.GetMethod("Open", BindingFlags.Public | BindingFlags.Static)!;
        return (IPulpoSyncRuntime)open.Invoke(null, [new RuntimeOptions { StorePath = store, Host = "test" }])!;
    }
}
