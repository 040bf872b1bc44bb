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
        catch (PulpoSyncException error) when (redactor.Clean(error.Message) != error.Message)
        {
            throw new PulpoSyncException(error.ErrorId, redactor.Clean(error.Message), error.Target);
        }
    }

    private static string IdOf(Failure failure) => failure.Kind switch
    {
        FailureKind.Transient or FailureKind.RateLimited => ErrorIds.SystemUnreachable,
        FailureKind.Authentication or FailureKind.Authorization => ErrorIds.CredentialRefused,
        FailureKind.Configuration or FailureKind.NotFound or FailureKind.Data or FailureKind.Conflict => ErrorIds.SettingInvalid,
        _ => ErrorIds.InternalError,
    };
}
