using PulpoSync.Benchmarks.Processes;

namespace PulpoSync.Benchmarks.World;

/// <summary>A fresh store, set up by the command line as a user would.</summary>
internal sealed class TempStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-bench-").FullName;
    private readonly Dictionary<string, string> _environment;

    private TempStore() => _environment = new Dictionary<string, string>
    {
        ["PULPOSYNC_STORE"] = System.IO.Path.Combine(_folder, "pulposync.db"), ["BENCH_TOKEN"] = Login.ShopToken, ["BENCH_PASSWORD"] = Login.Password,
    };

    /// <summary>Path of the store.</summary>
    public string Path => _environment["PULPOSYNC_STORE"];

    /// <summary>Makes a store with one integration that carries the plan's orders.</summary>
    public static Task<TempStore> CreateAsync(WorldPlan plan, Uri sandbox, CancellationToken cancellationToken) =>
        CreateAsync(Setup.One(plan, sandbox), [], cancellationToken);

    /// <summary>Makes a store from a file for <c>pulposync import</c>.</summary>
    /// <param name="setup">What stands in the file.</param>
    /// <param name="options">Options of the import.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<TempStore> CreateAsync(string setup, string[] options, CancellationToken cancellationToken)
    {
        var store = new TempStore();
        var file = System.IO.Path.Combine(store._folder, "import.json");
        await File.WriteAllTextAsync(file, setup, cancellationToken);
        await store.CallAsync(["import", file, .. options], cancellationToken);
        return store;
    }

    /// <summary>Imports the orders; gives what the process used.</summary>
    public Task<Usage> ImportAsync(CancellationToken cancellationToken) => CallAsync(["run", Setup.Integration], cancellationToken);

    /// <summary>Runs what is due; gives what the process used.</summary>
    public Task<Usage> RunDueAsync(CancellationToken cancellationToken) => CallAsync(["run", "--due"], cancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Usage> CallAsync(string[] arguments, CancellationToken cancellationToken) =>
        (await Executable.PulpoSync.RunAsync(_environment, arguments, cancellationToken)).Usage;
}
