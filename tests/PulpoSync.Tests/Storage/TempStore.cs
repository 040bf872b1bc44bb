using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

/// <summary>A real store in a folder of its own, with a clock that the test moves.</summary>
internal sealed class TempStore : IDisposable
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public TempStore()
    {
        Folder = Directory.CreateTempSubdirectory("pulposync-test-").FullName;
        Path = System.IO.Path.Combine(Folder, "pulposync.db");
        Store = Create(Path);
    }

    public string Folder { get; }

    public string Path { get; }

    public FakeTimeProvider Time { get; } = new(Now);

    public SqliteStore Store { get; }

    public static string? NoVariable(string name) => null;

    /// <summary>The same store as another process would open it.</summary>
    public SqliteStore OpenAnother(TimeSpan? busyTimeout = null) => SqliteStore.Open(Path, Time, NoVariable, Migration.All, busyTimeout);

    /// <summary>A store at another path.</summary>
    public SqliteStore Create(string path) => SqliteStore.Create(path, Time, NoVariable, Migration.All);

    /// <summary>The file below the store, for looking behind it.</summary>
    public Database OpenFile() => Database.Open(Path);

    public StoredCredential AddCredential(string name, string? account = null) => Store.Credentials.Save(new StoredCredential
    {
        Name = name,
        System = "Shopify",
        Address = "acme.myshopify.com",
        Fields = new Dictionary<string, string> { ["ApiVersion"] = "2026-01" },
        Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText("shpat_canary") },
        Account = account,
    });

    public StoredIntegration AddIntegration(string name, DateTimeOffset? nextDueAt = null) => Store.Integrations.Save(new StoredIntegration
    {
        Name = name,
        Type = IntegrationType.SalesOrders,
        SourceId = (Store.Credentials.Find("shop") ?? AddCredential("shop", "shopify:acme")).Id,
        DestinationId = (Store.Credentials.Find("warehouse") ?? AddCredential("warehouse", "pulpo:acme")).Id,
        Settings = new Dictionary<string, string> { ["Tag"] = "a\nb" },
        TimeZone = "Europe/Berlin",
        Every = 10,
        NextDueAt = nextDueAt,
    });

    public long AddRoute() => Store.Integrations.RouteId(IntegrationType.SalesOrders, "shopify:acme", "pulpo:acme");

    public Lease TakeLease(long routeId) => Store.Runs.Leases.TryTake(routeId, "Shop Berlin", 5 * Minute, Minute).Lease!;

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
