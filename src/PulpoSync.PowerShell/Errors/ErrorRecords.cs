using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Errors;

/// <summary>Every error record of the module is made here: the id is one of <see cref="ErrorIds"/>, the target is the name at fault.</summary>
internal static class ErrorRecords
{
    /// <summary>An error of the engine.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">The name in hand, for errors that name none themselves.</param>
    public static ErrorRecord ToErrorRecord(this PulpoSyncException error, string? target = null) =>
        new(error, error.ErrorId, CategoryOf(error.ErrorId), error.Target ?? target);

    /// <summary>A run that could not go on.</summary>
    public static ErrorRecord ToFailedError(this IntegrationRun run)
    {
        var reason = run.Error?.Message ?? "Every record that was tried failed.";
        var message = $"{run.Integration} failed: {reason} Next: {NextCommand(run)}";
        return new PulpoSyncException(ErrorIds.RunFailed, message, run.Integration).ToErrorRecord();
    }

    /// <summary>A run with failed records, for those who asked to have that as an error.</summary>
    public static ErrorRecord ToFinishedPartiallyError(this IntegrationRun run) =>
        new PulpoSyncException(ErrorIds.RunFinishedPartially, run.ToPartialMessage(), run.Integration).ToErrorRecord();

    /// <summary>Two parameters of which one asks for everything and the other for less.</summary>
    public static ErrorRecord ToNotTogetherError(string all, string less) => new PulpoSyncException(
        ErrorIds.RequestInvalid, $"-{all} reads everything, so it does not go together with -{less}. Leave one of them out.", less).ToErrorRecord();

    /// <summary>What to say of a run with failed records.</summary>
    public static string ToPartialMessage(this IntegrationRun run) => run.Trigger == "preview"
        ? $"{run.Integration}: {run.Counts.Failed} of {run.Counts.Read} records would fail. Next: "
          + $"Start-Integration {CompletionWords.Quote(run.Integration)} -Preview | Where-Object Kind -EQ Failed"
        : $"{run.Integration} finished partially: {run.Counts.Failed} of {run.Counts.Read} records failed and are tried again. Next: {NextCommand(run)}";

    /// <summary>True where nothing else that the command was given can succeed either.</summary>
    public static bool EndsCommand(this PulpoSyncException error) =>
        error.ErrorId.StartsWith("Store", StringComparison.Ordinal) || error.ErrorId == ErrorIds.InternalError;

    // A run that could not begin has no id, and a preview leaves no trace.
    private static string NextCommand(IntegrationRun run) =>
        run.Id > 0 ? $"Get-IntegrationLog -RunId {run.Id}"
        : run.Trigger == "preview" ? "Test-IntegrationCredential"
        : $"Get-IntegrationLog {CompletionWords.Quote(run.Integration)}";

    private static ErrorCategory CategoryOf(string errorId) => errorId switch
    {
        ErrorIds.StoreNotFound or ErrorIds.StoreKeyNotFound or ErrorIds.CredentialNotFound or ErrorIds.SecretNotFound
            or ErrorIds.ConfigNotFound or ErrorIds.RecordNotFound or ErrorIds.SystemUnknown or ErrorIds.ScheduleNotFound => ErrorCategory.ObjectNotFound,
        ErrorIds.CredentialExists or ErrorIds.ConfigExists or ErrorIds.FileExists => ErrorCategory.ResourceExists,
        ErrorIds.CredentialInUse or ErrorIds.StoreBusy => ErrorCategory.ResourceBusy,
        ErrorIds.CredentialInvalid or ErrorIds.ConfigInvalid or ErrorIds.SettingInvalid or ErrorIds.SettingUnknown
            or ErrorIds.ScheduleInvalid or ErrorIds.AccountInvalid or ErrorIds.RequestInvalid or ErrorIds.StoreOnNetworkPath => ErrorCategory.InvalidArgument,
        ErrorIds.StoreInvalid or ErrorIds.StoreTooNew or ErrorIds.ImportInvalid => ErrorCategory.InvalidData,
        ErrorIds.StoreNotWritable or ErrorIds.FileNotWritable or ErrorIds.ScheduleCheckFailed => ErrorCategory.PermissionDenied,
        ErrorIds.StoreKeyWrong => ErrorCategory.SecurityError,
        ErrorIds.CredentialRefused => ErrorCategory.AuthenticationError,
        ErrorIds.SystemUnreachable => ErrorCategory.ConnectionError,
        ErrorIds.ScheduleUnsupported => ErrorCategory.NotImplemented,
        ErrorIds.RunFailed or ErrorIds.RunFinishedPartially => ErrorCategory.InvalidResult,
        _ => ErrorCategory.InvalidOperation,
    };
}
