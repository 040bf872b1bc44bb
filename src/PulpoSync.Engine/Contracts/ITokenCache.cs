namespace PulpoSync.Engine.Contracts;

/// <summary>
/// Access tokens, protected and shared by all processes on the store, because a run every minute must not log in every minute.
/// </summary>
public interface ITokenCache
{
    /// <summary>
    /// The cached token for a key (system, address and user), or a new one from <paramref name="login"/>. At most one process logs in at a time;
    /// the others wait for its token. After a refused login the same secret is not tried again before a growing pause is over.
    /// </summary>
    /// <param name="key">Whose token: system, address and user, parted by |; no secret.</param>
    /// <param name="secretMark">Changes when the secret changes (a keyed or plain hash of it), so that a repaired credential is tried at once.</param>
    /// <param name="rejected">A token that the system has just refused; it is not given again.</param>
    /// <param name="login">Gets a new token. Throws <see cref="FailureException"/> when refused.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="FailureException">The login was refused, or the pause after a refused login is not over.</exception>
    Task<string> GetAsync(
        string key, string secretMark, string? rejected, Func<CancellationToken, Task<AccessToken>> login, CancellationToken cancellationToken);
}
