using Microsoft.Data.Sqlite;
using PulpoSync.Benchmarks.Processes;

namespace PulpoSync.Benchmarks.World;

/// <summary>A fresh store, set up by the command line as a user would.</summary>
internal sealed class TempStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-bench-").FullName;

    private TempStore() => Environment = new Dictionary<string, string>
    {
        ["PULPOSYNC_STORE"] = Database, ["BENCH_TOKEN"] = Login.ShopToken, ["BENCH_PASSWORD"] = Login.Password,
    };

    /// <summary>The store's file.</summary>
    public string Database => Path.Combine(_folder, "pulposync.db");

    /// <summary>What a process needs to work with it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Makes a store with one integration per plan, which carries its orders and is called as the plan.</summary>
    /// <param name="plans">Plans.</param>
    /// <param name="sandbox">Where their worlds are.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="options">Of <c>pulposync import</c>.</param>
    public static async Task<TempStore> CreateAsync(IReadOnlyList<WorldPlan> plans, Uri sandbox, CancellationToken cancellationToken, params string[] options)
    {
        var store = new TempStore();
        var file = Path.Combine(store._folder, "import.json");
        await File.WriteAllTextAsync(file, SetupFile.Of(plans, sandbox), cancellationToken);
        await store.CallAsync(cancellationToken, ["import", file, .. options]);
        return store;
    }

    /// <summary>Makes a store with one integration.</summary>
    public static Task<TempStore> CreateAsync(WorldPlan plan, Uri sandbox, CancellationToken cancellationToken) => CreateAsync([plan], sandbox, cancellationToken);

    /// <summary>Calls <c>pulposync</c>; gives what the process used.</summary>
    public async Task<Usage> CallAsync(CancellationToken cancellationToken, params string[] arguments) =>
        (await Executable.PulpoSync.RunAsync(Environment, arguments, cancellationToken)).Usage;

    /// <summary>Runs integrations; gives what the process used, and how long each run took.</summary>
    public async Task<(Usage Usage, IReadOnlyList<TimeSpan> Runs)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var (output, usage) = await Executable.PulpoSync.RunAsync(Environment, ["run", "--json", .. arguments], cancellationToken);
        return (usage, RunLines.Durations(output));
    }

    /// <summary>Changes the store by hand, for what would take a user years.</summary>
    public void Execute(string sql, params (string Name, object Value)[] arguments)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = sql;
        foreach (var (name, value) in arguments) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
