using PulpoSync.Benchmarks.World;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Storage;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Benchmarks.Limits;

/// <summary>A vendor and a connector to it on one clock, on which waiting for a limit takes no time. The limits are those of a real store.</summary>
internal sealed class ReadingWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pulposync-bench-");
    private readonly SqliteStore _store;
    private readonly HttpSender _http;

    private ReadingWorld(Jumps time, SandboxHost host, HttpMessageHandler? handler)
    {
        (Time, Host) = (time, host);
        _store = SqliteStore.Create(Path.Combine(_folder.FullName, "pulposync.db"), time);
        _http = new HttpSender(new HttpSenderOptions { Handler = handler }, _store.Limits, time, new Redactor());
    }

    /// <summary>The clock of both.</summary>
    public Jumps Time { get; }

    /// <summary>The vendor's.</summary>
    public SandboxHost Host { get; }

    public static async Task<ReadingWorld> StartAsync(HttpMessageHandler? handler, CancellationToken cancellationToken)
    {
        var time = new Jumps(DateTimeOffset.UtcNow);
        return new ReadingWorld(time, await SandboxHost.StartAsync(new SandboxOptions { Time = time }, cancellationToken), handler);
    }

    /// <summary>Reads all orders again and again, until so much time has passed.</summary>
    public async Task ReadAsync(
        ISystem system, string path, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> secrets, SettingBag settings, TimeSpan span,
        CancellationToken cancellationToken)
    {
        await using var connector = system.Connect(new ConnectorContext
        {
            Address = system.NormalizeAddress($"{Host.Address}{path}", sandbox: true), Fields = fields, Secrets = secrets, IsSandbox = true, Settings = settings,
            Http = _http, Tokens = _store.Tokens, Documents = _store.Documents, Time = Time,
        });
        var start = new ReadRequest { StartFrom = Time.GetUtcNow().AddDays(-30) };
        while (Time.Passed < span)
        {
            await foreach (var page in connector.Source<Order>()!.ReadAsync(start, cancellationToken))
            {
                if (page.Unreadable.Count > 0) throw new InvalidOperationException(page.Unreadable[0].Failure.Message);
                if (Time.Passed >= span) break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _http.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}
