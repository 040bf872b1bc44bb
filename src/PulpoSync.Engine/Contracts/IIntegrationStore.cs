namespace PulpoSync.Engine.Contracts;

/// <summary>Integrations and routes in the store.</summary>
public interface IIntegrationStore
{
    /// <summary>All, by name.</summary>
    IReadOnlyList<StoredIntegration> List();
    /// <summary>One by name, without regard to case; null: none.</summary>
    StoredIntegration? Find(string name);
    /// <summary>Enabled ones whose <see cref="StoredIntegration.NextDueAt"/> has come, longest due first; cheap also with thousands that are not.</summary>
    IReadOnlyList<StoredIntegration> Due(DateTimeOffset now);
    /// <summary>Integrations of the same type whose credentials have the same accounts, this one among them.</summary>
    IReadOnlyList<StoredIntegration> OfRoute(long integrationId);
    /// <summary>Integrations of another type in the other direction: they read from the account that this one writes to, and write to the one it reads from.</summary>
    IReadOnlyList<StoredIntegration> Opposite(long integrationId, IntegrationType type);
    /// <summary>Inserts (id 0) or replaces (cursor and last start stay as stored); gives it back with its id.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.ConfigExists"/>.</exception>
    StoredIntegration Save(StoredIntegration integration);
    /// <summary>Notes the start of a run and when the next is due.</summary>
    void SetSchedule(long id, DateTimeOffset? lastStartedAt, DateTimeOffset? nextDueAt);
    /// <summary>Notes that a start came to no run, since now unless it is noted already; the next run, or a changed set-up, takes it off.</summary>
    void HoldUp(long id);

    /// <summary>Sets the cursor; null: from the start.</summary>
    void SetCursor(long id, string? cursor);
    /// <summary>Deletes; the route's ledger stays.</summary>
    void Delete(long id);
    /// <summary>The route's id, made when it is new.</summary>
    long RouteId(IntegrationType type, string sourceAccount, string destinationAccount);
}
