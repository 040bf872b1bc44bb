namespace PulpoSync;

/// <summary>Stable error ids: the <c>FullyQualifiedErrorId</c> in PowerShell, <c>code</c> in the command line's JSON. Never renamed.</summary>
public static class ErrorIds
{
    /// <summary>No store at the path; run Initialize-IntegrationStore.</summary>
    public const string StoreNotFound = nameof(StoreNotFound);
    /// <summary>The file is no PulpoSync store.</summary>
    public const string StoreInvalid = nameof(StoreInvalid);
    /// <summary>The store was made by a newer version.</summary>
    public const string StoreTooNew = nameof(StoreTooNew);
    /// <summary>The store's folder or file cannot be read or written by this account.</summary>
    public const string StoreNotWritable = nameof(StoreNotWritable);
    /// <summary>The store is held by another process for too long, or a run keeps its key from being changed.</summary>
    public const string StoreBusy = nameof(StoreBusy);
    /// <summary>A network path, which SQLite cannot use safely.</summary>
    public const string StoreOnNetworkPath = nameof(StoreOnNetworkPath);
    /// <summary>The key that protects the secrets is missing.</summary>
    public const string StoreKeyNotFound = nameof(StoreKeyNotFound);
    /// <summary>The key does not belong to this store, or no longer.</summary>
    public const string StoreKeyWrong = nameof(StoreKeyWrong);
    /// <summary>No credential of this name.</summary>
    public const string CredentialNotFound = nameof(CredentialNotFound);
    /// <summary>A credential of this name exists.</summary>
    public const string CredentialExists = nameof(CredentialExists);
    /// <summary>A field of a credential is missing or malformed.</summary>
    public const string CredentialInvalid = nameof(CredentialInvalid);
    /// <summary>The system refused the credential.</summary>
    public const string CredentialRefused = nameof(CredentialRefused);
    /// <summary>The credential is used by an integration.</summary>
    public const string CredentialInUse = nameof(CredentialInUse);
    /// <summary>A secret's environment variable, file or vault entry cannot be read.</summary>
    public const string SecretNotFound = nameof(SecretNotFound);
    /// <summary>No integration of this name.</summary>
    public const string ConfigNotFound = nameof(ConfigNotFound);
    /// <summary>An integration of this name exists.</summary>
    public const string ConfigExists = nameof(ConfigExists);
    /// <summary>Type, system or role do not go together.</summary>
    public const string ConfigInvalid = nameof(ConfigInvalid);
    /// <summary>A setting has no acceptable value.</summary>
    public const string SettingInvalid = nameof(SettingInvalid);
    /// <summary>The chosen type does not know this setting.</summary>
    public const string SettingUnknown = nameof(SettingUnknown);
    /// <summary>A system of this name does not exist here.</summary>
    public const string SystemUnknown = nameof(SystemUnknown);
    /// <summary>A schedule value is out of its range.</summary>
    public const string ScheduleInvalid = nameof(ScheduleInvalid);
    /// <summary>No task of this name is registered.</summary>
    public const string ScheduleNotFound = nameof(ScheduleNotFound);
    /// <summary>The task's account could not do what the task does.</summary>
    public const string ScheduleCheckFailed = nameof(ScheduleCheckFailed);
    /// <summary>There is nothing on this machine that starts tasks for us.</summary>
    public const string ScheduleUnsupported = nameof(ScheduleUnsupported);
    /// <summary>The operating system did not take the task.</summary>
    public const string ScheduleRefused = nameof(ScheduleRefused);
    /// <summary>No such account, or it cannot be used so.</summary>
    public const string AccountInvalid = nameof(AccountInvalid);
    /// <summary>The system could not be reached.</summary>
    public const string SystemUnreachable = nameof(SystemUnreachable);
    /// <summary>What was asked of a run does not go together.</summary>
    public const string RequestInvalid = nameof(RequestInvalid);
    /// <summary>A run ended as Failed.</summary>
    public const string RunFailed = nameof(RunFailed);
    /// <summary>A run ended with failed records (with <c>-Strict</c>).</summary>
    public const string RunFinishedPartially = nameof(RunFinishedPartially);
    /// <summary>No record of this number or key.</summary>
    public const string RecordNotFound = nameof(RecordNotFound);
    /// <summary>An import file is no valid JSON or does not follow the schema.</summary>
    public const string ImportInvalid = nameof(ImportInvalid);
    /// <summary>A file to be written is there already.</summary>
    public const string FileExists = nameof(FileExists);
    /// <summary>A file cannot be written by this account.</summary>
    public const string FileNotWritable = nameof(FileNotWritable);
    /// <summary>A fault of PulpoSync itself.</summary>
    public const string InternalError = nameof(InternalError);
}
