namespace PulpoSync.Engine.Contracts;

/// <summary>
/// One system reached with one credential. A connector does not retry, log or sleep: the HTTP layer does.
/// Failures of single items travel as values; a <see cref="FailureException"/> speaks for the whole call.
/// </summary>
public interface IConnector : IAsyncDisposable
{
    /// <summary>Checks access and rights for a type and a role before anything is read or written, and learns the account.</summary>
    /// <returns>What was found; a refusal is <see cref="CheckResult.Failure"/>, not an exception.</returns>
    Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken);

    /// <summary>Looks up what settings name at this system (a customer, a warehouse), and says what does not exist.</summary>
    Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken);

    /// <summary>The source of a kind of record; null where the system gives none.</summary>
    ISource<TRecord>? Source<TRecord>();

    /// <summary>The destination of a kind of record; null where the system takes none.</summary>
    IDestination<TRecord>? Destination<TRecord>();
}
