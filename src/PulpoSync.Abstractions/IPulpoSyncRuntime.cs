namespace PulpoSync;

/// <summary>
/// Everything that a host (PowerShell, command line) asks of the engine. One instance works on one store. Errors for people are
/// <see cref="PulpoSyncException"/>; a run that fails is no exception but its last event.
/// </summary>
public interface IPulpoSyncRuntime : IAsyncDisposable
{
    /// <summary>Makes the store and its key where they are missing; changes nothing where they are there.</summary>
    /// <param name="accounts">Who will run it: these get the rights to store and key. Null: the account of this process.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.AccountInvalid"/>; <see cref="ErrorIds.StoreNotWritable"/> where rights are still missing.</exception>
    StoreInfo InitializeStore(IReadOnlyList<string>? accounts = null);

    /// <summary>The store. Never makes one.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreNotFound"/> and the other store errors.</exception>
    StoreInfo GetStore();

    /// <summary>Copies the store as it stands into a file that only its owner may read, also while runs are at work. The key is not in it.</summary>
    /// <param name="path">File, or a folder, in which the file is named by the moment. On a local disk, and not the store itself.</param>
    /// <param name="overwrite">True to replace a file that is there.</param>
    /// <exception cref="PulpoSyncException">
    /// <see cref="ErrorIds.FileExists"/>, <see cref="ErrorIds.FileNotWritable"/>, <see cref="ErrorIds.RequestInvalid"/>: the path belongs to the store.
    /// </exception>
    StoreBackup BackupStore(string path, bool overwrite);

    /// <summary>
    /// Gives the store a new key and protects with it all that the old one protects; all or nothing, wherever it is broken off. Backups from before need the old key.
    /// </summary>
    /// <exception cref="PulpoSyncException">
    /// <see cref="ErrorIds.StoreBusy"/> while a run is at work; <see cref="ErrorIds.StoreKeyNotFound"/> where the key comes from a variable and no new one is given.
    /// </exception>
    StoreKeyChange ChangeStoreKey();

    /// <summary>Saves a new credential after a check.</summary>
    Task<IntegrationCredential> NewCredentialAsync(CredentialDefinition definition, CancellationToken cancellationToken);

    /// <summary>Changes a credential after a check; null fields stay as they are.</summary>
    Task<IntegrationCredential> SetCredentialAsync(CredentialDefinition definition, CancellationToken cancellationToken);

    /// <summary>Credentials by name with wildcards; null: all. A name without wildcards that does not exist is an error.</summary>
    IReadOnlyList<IntegrationCredential> GetCredentials(string? name = null, string? system = null);

    /// <summary>Asks the system whether the credential works.</summary>
    Task<CredentialCheck> TestCredentialAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a credential that no integration uses.</summary>
    void RemoveCredential(string name);

    /// <summary>Saves a new integration after its settings were checked, also at the systems.</summary>
    Task<IntegrationConfig> NewConfigAsync(ConfigDefinition definition, CancellationToken cancellationToken);

    /// <summary>Changes an integration; null fields stay as they are.</summary>
    Task<IntegrationConfig> SetConfigAsync(ConfigDefinition definition, CancellationToken cancellationToken);

    /// <summary>Asks both systems whether an integration could run: credentials, and whether its settings name things that exist. Changes nothing.</summary>
    Task<ConfigCheck> TestConfigAsync(string name, CancellationToken cancellationToken);

    /// <summary>Integrations by name with wildcards; null: all. A name without wildcards that does not exist is an error.</summary>
    IReadOnlyList<IntegrationConfig> GetConfigs(string? name = null, IntegrationType? type = null);

    /// <summary>Removes an integration. The route's ledger stays, so that nothing is doubled when it is made again.</summary>
    void RemoveConfig(string name);

    /// <summary>Sets the cursor of an integration back: the next run reads from StartFrom again. The ledger keeps anything from being doubled.</summary>
    void ResetCursor(string name);

    /// <summary>Integrations and the credentials that they use, as an import file. No secret is in it, only where each is kept.</summary>
    /// <param name="names">Integrations, with wildcards; none: all, and every credential.</param>
    string Export(IReadOnlyList<string> names);

    /// <summary>Writes <see cref="Export"/> into a file that only its owner may read.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.FileExists"/>, <see cref="ErrorIds.FileNotWritable"/>.</exception>
    void ExportTo(string path, IReadOnlyList<string> names, bool overwrite);

    /// <summary>Reads an import file and says what has to be done, credentials first. Changes nothing, asks no system, and needs no store.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.ImportInvalid"/>: the file as a whole is none.</exception>
    IReadOnlyList<ImportStep> PlanImport(string path);

    /// <summary>Does one step of a plan; needs the store. What cannot be done is the result of the step, no exception.</summary>
    Task<ImportResult> ImportAsync(ImportStep step, bool skipCheck, CancellationToken cancellationToken);

    /// <summary>Runs. The stream ends when all runs have ended; cancelling ends them at a page boundary as Stopped.</summary>
    IAsyncEnumerable<RunEvent> StartAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Asks runs at work to stop, whichever process they work in. A run hears of it within seconds and ends as Stopped at its next page boundary.</summary>
    /// <param name="name">Integration, with wildcards. A name without wildcards that does not exist is an error.</param>
    /// <param name="wait">True to come back only when they have ended.</param>
    /// <param name="cancellationToken">Ends the waiting; the runs still stop.</param>
    /// <returns>The runs that were at work, as they stand now.</returns>
    Task<IReadOnlyList<IntegrationRun>> StopAsync(string name, bool wait, CancellationToken cancellationToken);

    /// <summary>Runs, newest first.</summary>
    IReadOnlyList<IntegrationRun> GetRuns(RunQuery query);

    /// <summary>Records of the ledger, last changed first.</summary>
    IReadOnlyList<IntegrationRecord> GetRecords(RecordQuery query);

    /// <summary>Lines of the log and of the runs' protocols, oldest first.</summary>
    IReadOnlyList<IntegrationLogEntry> GetLog(LogQuery query);

    /// <summary>Deletes lines of the log and of the runs' protocols. Runs, cursors and what is known of records stay.</summary>
    /// <param name="integration">Name with wildcards; null: all.</param>
    /// <param name="before">Lines older than this.</param>
    /// <returns>How many lines were deleted.</returns>
    int ClearLog(string? integration, DateTimeOffset before);

    /// <summary>One line per integration.</summary>
    IReadOnlyList<IntegrationStatus> GetStatus();

    /// <summary>Systems that can be connected. Needs no store.</summary>
    IReadOnlyList<ConnectorInfo> GetConnectors();

    /// <summary>Settings of a type, whatever the systems: each that some integration can have, with the words of all. Needs no store.</summary>
    IReadOnlyList<SettingInfo> GetSettings(IntegrationType type);

    /// <summary>Makes or changes the operating system's task that looks what is due in this store. First it is tried under the task's account.</summary>
    /// <exception cref="PulpoSyncException">
    /// <see cref="ErrorIds.ScheduleCheckFailed"/>, <see cref="ErrorIds.ScheduleUnsupported"/>, <see cref="ErrorIds.ScheduleRefused"/>.
    /// </exception>
    IntegrationSchedule RegisterSchedule(ScheduleDefinition definition, CancellationToken cancellationToken);

    /// <summary>The tasks by name with wildcards; null: all. A name without wildcards that does not exist is an error. Needs no store.</summary>
    IReadOnlyList<IntegrationSchedule> GetSchedules(string? name = null);

    /// <summary>Removes a task; store and integrations stay. Needs no store.</summary>
    void UnregisterSchedule(string name);
}
