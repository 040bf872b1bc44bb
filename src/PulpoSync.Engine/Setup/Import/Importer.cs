namespace PulpoSync.Engine.Setup.Import;

/// <summary>Brings the store to what a file says, a step at a time: makes what is missing, changes what differs, leaves what is right.</summary>
internal static class Importer
{
    /// <summary>Does one step. What cannot be done is its result, and keeps no other step from being done.</summary>
    public static async Task<ImportResult> ApplyAsync(
        IPulpoSyncRuntime runtime, ImportStep step, bool skipCheck, CancellationToken cancellationToken)
    {
        try
        {
            return new ImportResult(step.Kind, step.Name, await DoAsync(runtime, step, skipCheck, cancellationToken).ConfigureAwait(false), step.Path);
        }
        catch (PulpoSyncException error)
        {
            var path = error.ErrorId == ErrorIds.ImportInvalid ? error.Target ?? step.Path : step.Path;
            return new ImportResult(step.Kind, step.Name, ImportOutcome.Failed, path, error);
        }
    }

    private static async Task<ImportOutcome> DoAsync(IPulpoSyncRuntime runtime, ImportStep step, bool skipCheck, CancellationToken cancellationToken)
    {
        var (credential, config) = (step.Credential, step.Config);
        Task saved = step.Action switch
        {
            ImportAction.Refuse => throw step.Error!,
            ImportAction.Leave => Task.CompletedTask,
            ImportAction.Create when credential is not null => runtime.NewCredentialAsync(credential with { SkipCheck = skipCheck }, cancellationToken),
            ImportAction.Create => runtime.NewConfigAsync(config! with { SkipCheck = skipCheck }, cancellationToken),
            _ when credential is not null => runtime.SetCredentialAsync(credential with { SkipCheck = skipCheck }, cancellationToken),
            _ => runtime.SetConfigAsync(config! with { SkipCheck = skipCheck }, cancellationToken),
        };
        await saved.ConfigureAwait(false);
        return step.Action switch
        {
            ImportAction.Create => ImportOutcome.Created,
            ImportAction.Change => ImportOutcome.Changed,
            _ => ImportOutcome.Unchanged,
        };
    }
}
