using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Engine.Runs;

/// <summary>The check before a run: both sides answer, allow what is needed, and are the accounts that the ledger speaks of.</summary>
internal sealed class RunCheck(RunScope scope, long runId)
{
    /// <summary>Checks.</summary>
    /// <exception cref="FailureException">A side cannot be used, or is not the one that the route was set up for.</exception>
    public async Task<(CheckResult Source, CheckResult Destination)> CheckAsync(
        IConnector source, IConnector destination, CancellationToken cancellationToken)
    {
        var type = scope.Integration.Type;
        var from = await source.CheckAsync(new CheckRequest(type, Role.Source, scope.Settings), cancellationToken).ConfigureAwait(false);
        if (from.Failure is not null) throw new FailureException(from.Failure.By(scope.SourceCredential));
        var to = await destination.CheckAsync(new CheckRequest(type, Role.Destination, scope.Settings), cancellationToken).ConfigureAwait(false);
        if (to.Failure is not null) throw new FailureException(to.Failure.By(scope.DestinationCredential));
        SameAccount(from.Account, scope.SourceAccount);
        SameAccount(to.Account, scope.DestinationAccount);
        var warnings = new Warnings(scope, runId);
        foreach (var message in from.Warnings.Concat(to.Warnings)) await warnings.TellAsync("Check", message).ConfigureAwait(false);
        return (from, to);
    }

    // The ledger belongs to the two accounts. A credential that now leads elsewhere must not mix two shops in one ledger.
    private static void SameAccount(string now, string known)
    {
        if (now == known) return;
        throw new FailureException(new Failure(
            FailureKind.Configuration, "AccountChanged",
            $"The credential now leads to {now}, but was set up for {known}. Run Set-IntegrationCredential (or Test-IntegrationCredential) to confirm the new account."));
    }
}
