using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Machine;
using PulpoSync.Engine.Runs;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Setup;
using PulpoSync.Engine.Setup.Import;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Engine;

/// <summary>The composition root: the only place that knows everyone. What a host asks is handed on to the room that answers it.</summary>
internal sealed class PulpoSyncRuntime : IPulpoSyncRuntime
{
    private readonly RuntimeOptions _options;
    private readonly TimeProvider _time;
    private readonly Redactor _redactor = new();
    private readonly Exit _exit;
    private readonly SystemCatalog _systems = new([new ShopifySystem(), new BillbeeSystem(), new PulpoSystem()]);
    private readonly Programs _programs = new();
    private readonly object _gate = new();
    private Rooms? _rooms;

    public PulpoSyncRuntime(RuntimeOptions options)
    {
        _options = options;
        _time = options.Time ?? TimeProvider.System;
        _exit = new Exit(_redactor);
    }

    // Opened when it is first needed. A store that was not there may be made meanwhile: a miss is not remembered.
    private Rooms Open
    {
        get
        {
            lock (_gate) return _rooms ??= Furnish(SqliteStore.Open(StorePath.Resolve(_options.StorePath), _time));
        }
    }

    private IStore Store => Open.Store;

    private ScheduleSetup Schedules => new(TaskPlatform.Of(_programs));

    public StoreInfo InitializeStore(IReadOnlyList<string>? accounts = null)
    {
        StoreInfo info;
        using (var store = SqliteStore.Create(StorePath.Resolve(_options.StorePath), _time)) info = store.Info;
        // Given away only when it is closed: what SQLite keeps beside an open store goes with the closing.
        if (accounts is { Count: > 0 }) TaskPlatform.Rights(_programs).Give(info.Path, accounts);
        return info;
    }

    public StoreInfo GetStore() => Store.Info;

    public StoreBackup BackupStore(string path, bool overwrite) => Store.Backup(path, overwrite);

    public StoreKeyChange ChangeStoreKey()
    {
        lock (_gate)
        {
            var store = Store;
            try
            {
                return store.ChangeKey();
            }
            finally
            {
                // It stands for the old key; what comes next opens the store anew.
                store.Dispose();
                _rooms = null;
            }
        }
    }

    public async Task<IntegrationCredential> NewCredentialAsync(CredentialDefinition definition, CancellationToken cancellationToken) =>
        await _exit.GuardAsync(async () => Views.Of(await Open.Credentials.NewAsync(definition, cancellationToken).ConfigureAwait(false)))
            .ConfigureAwait(false);

    public async Task<IntegrationCredential> SetCredentialAsync(CredentialDefinition definition, CancellationToken cancellationToken) =>
        await _exit.GuardAsync(async () => Views.Of(await Open.Credentials.SetAsync(definition, cancellationToken).ConfigureAwait(false)))
            .ConfigureAwait(false);

    public IReadOnlyList<IntegrationCredential> GetCredentials(string? name = null, string? system = null)
    {
        var wanted = system is null ? null : _systems.Get(system).Spec.Name;
        var found = name is not null && !Names.IsPattern(name)
            ? [Open.Credentials.Get(name)]
            : Store.Credentials.List().Where(credential => Names.Matcher(name)(credential.Name));
        return [.. found.Where(credential => wanted is null || credential.System == wanted).Select(Views.Of)];
    }

    public Task<CredentialCheck> TestCredentialAsync(string name, CancellationToken cancellationToken) =>
        _exit.GuardAsync(() => Open.Credentials.TestAsync(name, cancellationToken));

    public void RemoveCredential(string name) => Store.Credentials.Delete(Open.Credentials.Get(name).Id);

    public async Task<IntegrationConfig> NewConfigAsync(ConfigDefinition definition, CancellationToken cancellationToken) =>
        await _exit.GuardAsync(async () => Views.Of(await Open.Configs.NewAsync(definition, cancellationToken).ConfigureAwait(false), Store))
            .ConfigureAwait(false);

    public async Task<IntegrationConfig> SetConfigAsync(ConfigDefinition definition, CancellationToken cancellationToken) =>
        await _exit.GuardAsync(async () => Views.Of(await Open.Configs.SetAsync(definition, cancellationToken).ConfigureAwait(false), Store))
            .ConfigureAwait(false);

    public IReadOnlyList<IntegrationConfig> GetConfigs(string? name = null, IntegrationType? type = null)
    {
        var found = name is not null && !Names.IsPattern(name)
            ? [Open.Configs.Get(name)]
            : Store.Integrations.List().Where(integration => Names.Matcher(name)(integration.Name));
        return [.. found.Where(integration => type is null || integration.Type == type).Select(integration => Views.Of(integration, Store))];
    }

    public Task<ConfigCheck> TestConfigAsync(string name, CancellationToken cancellationToken) =>
        _exit.GuardAsync(() => Open.Configs.TestAsync(name, cancellationToken));

    public void RemoveConfig(string name) => Store.Integrations.Delete(Open.Configs.Get(name).Id);

    public void ResetCursor(string name) => Store.Integrations.SetCursor(Open.Configs.Get(name).Id, null);

    public string Export(IReadOnlyList<string> names)
    {
        var configs = names.Count == 0 ? GetConfigs() : [.. names.SelectMany(name => GetConfigs(name)).DistinctBy(config => config.Id)];
        var used = configs.SelectMany(config => new[] { config.Source, config.Destination }).ToHashSet();
        var credentials = Store.Credentials.List().Where(credential => names.Count == 0 || used.Contains(credential.Name));
        return ExportFile.Write(credentials, configs, GetSettings);
    }

    public void ExportTo(string path, IReadOnlyList<string> names, bool overwrite) => OwnerOnly.WriteFile(path, Export(names), overwrite);

    public IReadOnlyList<ImportStep> PlanImport(string path)
    {
        var entries = ImportFile.Read(path);
        var hasStore = HasStore();
        var plan = new ImportPlan(
            hasStore ? GetCredentials() : [], hasStore ? GetConfigs() : [], GetSettings,
            definition => Views.Of(Open.Credentials.Draft(definition)), definition => Views.Of(Open.Configs.Draft(definition), Store));
        return [.. entries.Select(plan.Of)];
    }

    public Task<ImportResult> ImportAsync(ImportStep step, bool skipCheck, CancellationToken cancellationToken) =>
        Importer.ApplyAsync(this, step, skipCheck, cancellationToken);

    public IAsyncEnumerable<RunEvent> StartAsync(StartRequest request, CancellationToken cancellationToken) =>
        Open.Coordinator.StartAsync(request, cancellationToken);

    public Task<IReadOnlyList<IntegrationRun>> StopAsync(string name, bool wait, CancellationToken cancellationToken) =>
        new RunStopper(Store, _time).StopAsync(KnownName(name), wait, cancellationToken);

    public IReadOnlyList<IntegrationRun> GetRuns(RunQuery query) => Store.Protocol.Runs(query);

    public IReadOnlyList<IntegrationRecord> GetRecords(RecordQuery query) => Store.Protocol.Records(query);

    public IReadOnlyList<IntegrationLogEntry> GetLog(LogQuery query) => Store.Protocol.Log(query);

    public int ClearLog(string? integration, DateTimeOffset before) => Store.Protocol.ClearLog(integration is null ? null : KnownName(integration), before);

    public IReadOnlyList<IntegrationStatus> GetStatus() => Store.Protocol.Status();

    public IReadOnlyList<ConnectorInfo> GetConnectors() => [.. _systems.All.Select(system => Views.Of(system.Spec))];

    public IReadOnlyList<SettingInfo> GetSettings(IntegrationType type) => FlowCatalog.Find(type) is not { } flow ? []
        : [.. SettingCatalog.ForAny(flow, [.. _systems.All.Select(system => system.Spec)]).Select(spec => Views.Of(type, spec))];

    public IntegrationSchedule RegisterSchedule(ScheduleDefinition definition, CancellationToken cancellationToken) =>
        Schedules.Register(definition, Store.Info.Path, cancellationToken);

    public IReadOnlyList<IntegrationSchedule> GetSchedules(string? name = null) => Schedules.Get(name);

    public void UnregisterSchedule(string name) => Schedules.Unregister(name);

    public ValueTask DisposeAsync()
    {
        _rooms?.Store.Dispose();
        return ValueTask.CompletedTask;
    }

    private string KnownName(string name) => Names.IsPattern(name) ? name : Open.Configs.Get(name).Name;

    private bool HasStore()
    {
        try
        {
            return Open is not null;
        }
        catch (PulpoSyncException error) when (error.ErrorId == ErrorIds.StoreNotFound)
        {
            return false;
        }
    }

    private Rooms Furnish(IStore store)
    {
        var connections = new Connections(store, new SecretResolver(_options.VaultReader), _redactor, _time);
        var credentials = new CredentialSetup(_systems, store, connections, _time);
        var launcher = new RunLauncher(_systems, store, connections, _redactor, _options.Host, _time);
        return new Rooms(
            store, credentials, new ConfigSetup(_systems, store, connections, credentials, _time), new Coordinator(store, launcher, _time));
    }

    private sealed record Rooms(IStore Store, CredentialSetup Credentials, ConfigSetup Configs, Coordinator Coordinator);
}
