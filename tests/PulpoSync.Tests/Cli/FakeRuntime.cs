using System.Globalization;
using PulpoSync.Engine.Setup.Import;

namespace PulpoSync.Tests.Cli;

/// <summary>An engine that answers from lists and remembers what it was asked.</summary>
internal sealed class FakeRuntime : IPulpoSyncRuntime, IRuntimeFactory
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public RuntimeOptions? Options { get; private set; }
    public StartRequest? Started { get; private set; }
    public object? Query { get; private set; }
    public List<string> Calls { get; } = [];
    public List<RunEvent> Events { get; } = [];
    public List<IntegrationStatus> Statuses { get; } = [];
    public List<IntegrationRecord> Records { get; } = [];
    public List<IntegrationLogEntry> Log { get; } = [];
    public List<IntegrationRun> Runs { get; } = [];
    public Dictionary<string, IntegrationCredential> Credentials { get; } = [];
    public Dictionary<string, IntegrationConfig> Configs { get; } = [];
    public List<SettingInfo> Settings { get; } = [];
    public PulpoSyncException? Error { get; set; }

    public IntegrationSchedule Schedule { get; } = new()
    {
        Name = "PulpoSync", Platform = "systemd", Account = "pulposync", StorePath = "/store/pulposync.db", Every = 1,
    };

    /// <summary>How the engine tidies an address.</summary>
    public Func<string, string> Tidy { get; set; } = address => address;

    public IPulpoSyncRuntime Open(RuntimeOptions options)
    {
        Options = options;
        return this;
    }

    public StoreInfo InitializeStore(IReadOnlyList<string>? accounts = null) => new("/store/pulposync.db", 1, "/store/pulposync.key", true);

    public StoreInfo GetStore() => InitializeStore() with { Created = false };

    public StoreBackup BackupStore(string path, bool overwrite) => new(path, 4096, 1, DateTimeOffset.UnixEpoch, "/store/pulposync.key");

    public StoreKeyChange ChangeStoreKey() => new("/store/pulposync.db", "/store/pulposync.db.key", 3, 1, DateTimeOffset.UnixEpoch, "Keep a copy.");

    public Task<IntegrationCredential> NewCredentialAsync(CredentialDefinition definition, CancellationToken cancellationToken)
    {
        Calls.Add($"new credential {definition.Name}");
        if (definition.System == "Nowhere") throw new PulpoSyncException(ErrorIds.SystemUnreachable, "No answer.", definition.Name);
        return Task.FromResult(Credentials[definition.Name] = Stored(definition, null));
    }

    public Task<IntegrationCredential> SetCredentialAsync(CredentialDefinition definition, CancellationToken cancellationToken)
    {
        Calls.Add($"set credential {definition.Name}");
        return Task.FromResult(Credentials[definition.Name] = Stored(definition, Credentials[definition.Name]));
    }

    public IReadOnlyList<IntegrationCredential> GetCredentials(string? name = null, string? system = null) =>
        [.. Credentials.Values.Where(credential => name is null || credential.Name == name)];

    public Task<CredentialCheck> TestCredentialAsync(string name, CancellationToken cancellationToken) => Task.FromResult(
        name == "bad"
            ? new CredentialCheck(name, false, null, new Failure(FailureKind.Authentication, "TokenRefused", "The token was refused."), [])
            : new CredentialCheck(name, true, "shopify:acme", null, ["An old version."]));

    public void RemoveCredential(string name) => Calls.Add($"remove credential {name}");

    public Task<IntegrationConfig> NewConfigAsync(ConfigDefinition definition, CancellationToken cancellationToken)
    {
        Calls.Add($"new config {definition.Name}");
        if (!Credentials.ContainsKey(definition.Source!)) throw new PulpoSyncException(ErrorIds.CredentialNotFound, "There is no such credential.");
        return Task.FromResult(Configs[definition.Name] = Stored(definition, null));
    }

    public Task<IntegrationConfig> SetConfigAsync(ConfigDefinition definition, CancellationToken cancellationToken)
    {
        Calls.Add($"set config {definition.Name}");
        return Task.FromResult(Configs[definition.Name] = Stored(definition, Configs[definition.Name]));
    }

    public IReadOnlyList<IntegrationConfig> GetConfigs(string? name = null, IntegrationType? type = null) => [.. Configs.Values];

    public Task<ConfigCheck> TestConfigAsync(string name, CancellationToken cancellationToken) => Task.FromResult(new ConfigCheck(name, true, []));

    public Task<IReadOnlyList<IntegrationRun>> StopAsync(string name, bool wait, CancellationToken cancellationToken)
    {
        Calls.Add($"stop {name}{(wait ? " and wait" : "")}");
        return Task.FromResult<IReadOnlyList<IntegrationRun>>([]);
    }

    public int ClearLog(string? integration, DateTimeOffset before) => 0;

    public void RemoveConfig(string name) => Calls.Add($"remove config {name}");

    public void ResetCursor(string name) => Calls.Add($"reset cursor {name}");

    public string Export(IReadOnlyList<string> names) => $"export of {string.Join(", ", names)}";

    public void ExportTo(string path, IReadOnlyList<string> names, bool overwrite) => Calls.Add($"export to {path} of {string.Join(", ", names)}, {overwrite}");

    public IReadOnlyList<ImportStep> PlanImport(string path)
    {
        var plan = new ImportPlan(
            [.. Credentials.Values], [.. Configs.Values], GetSettings,
            definition => Stored(definition, Credentials[definition.Name]), definition => Stored(definition, Configs[definition.Name]));
        return [.. ImportFile.Read(path).Select(plan.Of)];
    }

    public Task<ImportResult> ImportAsync(ImportStep step, bool skipCheck, CancellationToken cancellationToken) =>
        Importer.ApplyAsync(this, step, skipCheck, cancellationToken);

    public async IAsyncEnumerable<RunEvent> StartAsync(
        StartRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Started = request;
        foreach (var happened in Events)
        {
            await Task.Yield();
            yield return happened;
        }

        if (Error is not null) throw Error;
    }

    public IReadOnlyList<IntegrationRun> GetRuns(RunQuery query) => Asked(query, Runs);

    public IReadOnlyList<IntegrationRecord> GetRecords(RecordQuery query) => Asked(query, Records);

    public IReadOnlyList<IntegrationLogEntry> GetLog(LogQuery query) => Asked(query, Log);

    public IReadOnlyList<IntegrationStatus> GetStatus() => Error is null ? Statuses : throw Error;

    public IReadOnlyList<ConnectorInfo> GetConnectors() =>
    [
        new()
        {
            Name = "Shopify", Description = "Shops.", SourceOf = [IntegrationType.SalesOrders], DestinationOf = [], Settings = [],
            CredentialFields = [new FieldInfo("AccessToken", "Token", true)],
        },
    ];

    public IntegrationSchedule RegisterSchedule(ScheduleDefinition definition, CancellationToken cancellationToken)
    {
        Calls.Add($"register schedule {definition.Name} every {definition.Every} as {definition.Account}: {string.Join(' ', definition.Run.Arguments)}");
        return Schedule with { Change = ScheduleChange.Created };
    }

    public IReadOnlyList<IntegrationSchedule> GetSchedules(string? name = null) => [Schedule];

    public void UnregisterSchedule(string name) => Calls.Add($"unregister schedule {name}");

    public IReadOnlyList<SettingInfo> GetSettings(IntegrationType type) => Settings.FindAll(setting => setting.Type == type);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private List<T> Asked<T>(object query, List<T> answer)
    {
        Query = query;
        return answer;
    }

    private IntegrationCredential Stored(CredentialDefinition definition, IntegrationCredential? known) => new()
    {
        Id = 1, Name = definition.Name, System = definition.System ?? known!.System, Address = Tidy(definition.Address ?? known?.Address ?? ""),
        Fields = definition.Fields,
        Secrets = definition.Secrets.ToDictionary(secret => secret.Key, secret => secret.Value.ToString()), IsSandbox = definition.Sandbox ?? false,
    };

    private static IntegrationConfig Stored(ConfigDefinition definition, IntegrationConfig? known) => new()
    {
        Id = 1, Name = definition.Name, Type = definition.Type!.Value, Source = definition.Source!, Destination = definition.Destination!,
        Settings = definition.Settings.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value!),
        Every = definition.DailyAt is null ? definition.Every ?? known?.Every ?? 10 : null, TimeZone = definition.TimeZone ?? "UTC",
        Enabled = definition.Enabled ?? true,
        Daily = definition.DailyAt is { } at
            ? new DailySchedule
            {
                At = TimeOnly.Parse(at, CultureInfo.InvariantCulture), LookbackDays = definition.LookbackDays ?? 7, TimeZone = "UTC",
            }
            : null,
    };
}
