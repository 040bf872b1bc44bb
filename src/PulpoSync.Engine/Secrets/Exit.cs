using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Secrets;

/// <summary>The way out for errors of commands: one kind of exception, without secrets.</summary>
internal sealed class Exit(Redactor redactor)
{
    public async Task<T> GuardAsync<T>(Func<Task<T>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (FailureException failed)
        {
            throw new PulpoSyncException(IdOf(failed.Failure), redactor.Clean(failed.Failure.Message));
        }
        catch (PulpoSyncException error) when (IsTelling(error))
        {
            throw new PulpoSyncException(error.ErrorId, redactor.Clean(error.Message), error.Target is null ? null : redactor.Clean(error.Target));
        }
        catch (Exception fault) when (fault is not OperationCanceledException && IsTelling(fault))
        {
            throw new PulpoSyncException(ErrorIds.InternalError, redactor.Clean($"{fault.GetType().Name}: {fault.Message}"));
        }
    }

    // Its causes too: whoever looks into an error is shown them.
    private bool IsTelling(Exception error)
    {
        var all = error.ToString() + (error as PulpoSyncException)?.Target;
        return redactor.Clean(all) != all;
    }

    private static string IdOf(Failure failure) => failure.Kind switch
    {
        FailureKind.Transient or FailureKind.RateLimited => ErrorIds.SystemUnreachable,
        FailureKind.Authentication or FailureKind.Authorization => ErrorIds.CredentialRefused,
        FailureKind.Configuration or FailureKind.NotFound or FailureKind.Data or FailureKind.Conflict => ErrorIds.SettingInvalid,
        _ => ErrorIds.InternalError,
    };
}
