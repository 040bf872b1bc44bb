using Microsoft.Data.Sqlite;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>Integrations and routes.</summary>
internal sealed class SqliteIntegrations(Database database, TimeProvider time) : IIntegrationStore
{
    private const string Select =
        """
        SELECT i.id, i.name, i.type, i.source_id, i.destination_id, i.settings, i.every, i.daily, i.time_zone, i.enabled, i.created_at,
               i.cursor, i.last_started_at, i.next_due_at, i.read_at, i.watch_cursor
        FROM integrations i
        """;

    /// <summary>?1 now.</summary>
    internal const string DueSql = $"{Select} WHERE i.enabled = 1 AND i.deleted_at IS NULL AND i.next_due_at <= ?1 ORDER BY i.next_due_at, i.id";

    /// <summary>?1 integration. Accounts that were not learned yet are equal to none.</summary>
    internal const string OfRouteSql =
        $"""
        {Select}
        JOIN integrations me ON me.id = ?1 AND me.type = i.type
        JOIN credentials my_source ON my_source.id = me.source_id
        JOIN credentials my_destination ON my_destination.id = me.destination_id
        {BetweenThem}
        """;

    /// <summary>?1 integration, ?2 type. "My" sides are swapped.</summary>
    internal const string OppositeSql =
        $"""
        {Select}
        JOIN integrations me ON me.id = ?1 AND i.type = ?2
        JOIN credentials my_source ON my_source.id = me.destination_id
        JOIN credentials my_destination ON my_destination.id = me.source_id
        {BetweenThem}
        """;

    private const string BetweenThem =
        """
        JOIN credentials source ON source.id = i.source_id AND (source.id = my_source.id OR source.account = my_source.account)
        JOIN credentials destination ON destination.id = i.destination_id
            AND (destination.id = my_destination.id OR destination.account = my_destination.account)
        WHERE i.deleted_at IS NULL
        ORDER BY i.name_key
        """;

    public IReadOnlyList<StoredIntegration> List() =>
        database.Read(session => session.All($"{Select} WHERE i.deleted_at IS NULL ORDER BY i.name_key", Read));

    public StoredIntegration? Find(string name) =>
        database.Read(session => session.First($"{Select} WHERE i.name_key = ?1 AND i.deleted_at IS NULL", Read, NameKey.Of(name)));

    public IReadOnlyList<StoredIntegration> Due(DateTimeOffset now) => database.Read(session => session.All(DueSql, Read, now));

    public IReadOnlyList<StoredIntegration> OfRoute(long integrationId) => database.Read(session => session.All(OfRouteSql, Read, integrationId));

    public IReadOnlyList<StoredIntegration> Opposite(long integrationId, IntegrationType type) =>
        database.Read(session => session.All(OppositeSql, Read, integrationId, type.ToStoredName()));

    public StoredIntegration Save(StoredIntegration integration)
    {
        try
        {
            return database.Write(session =>
            {
                var id = integration.Id == 0 ? Insert(session, integration) : Update(session, integration);
                return session.First($"{Select} WHERE i.id = ?1", Read, id)!;
            });
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == StoreErrors.UniqueViolated)
        {
            throw new PulpoSyncException(ErrorIds.ConfigExists, $"An integration named '{integration.Name}' exists already.", integration.Name);
        }
    }

    public void SetSchedule(long id, DateTimeOffset? lastStartedAt, DateTimeOffset? nextDueAt) => database.Write(session =>
        session.Execute(
            "UPDATE integrations SET last_started_at = ifnull(?2, last_started_at), next_due_at = ?3 WHERE id = ?1", id, lastStartedAt, nextDueAt));

    public void HoldUp(long id) => database.Write(session =>
        session.Execute("UPDATE integrations SET held_up_since = ifnull(held_up_since, ?2) WHERE id = ?1", id, time.GetUtcNow()));

    public void SetCursor(long id, string? cursor) =>
        database.Write(session => session.Execute("UPDATE integrations SET cursor = ?2 WHERE id = ?1", id, cursor));

    public void Delete(long id) => database.Write(session => session.Execute(
        """
        UPDATE integrations SET deleted_at = ?2, source_id = NULL, destination_id = NULL, settings = '{}', cursor = NULL, watch_cursor = NULL, next_due_at = NULL
        WHERE id = ?1 AND deleted_at IS NULL
        """, id, time.GetUtcNow()));

    public long RouteId(IntegrationType type, string sourceAccount, string destinationAccount)
    {
        const string Find = "SELECT id FROM routes WHERE type = ?1 AND source_account = ?2 AND destination_account = ?3";
        const string Insert = "INSERT INTO routes (type, source_account, destination_account) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        var stored = type.ToStoredName();
        var known = database.Read(session => session.First(Find, row => row.Long(0), stored, sourceAccount, destinationAccount));
        return known != 0 ? known : database.Write(session =>
        {
            session.Execute(Insert, stored, sourceAccount, destinationAccount);
            return session.First(Find, row => row.Long(0), stored, sourceAccount, destinationAccount);
        });
    }

    private long Insert(Session session, StoredIntegration integration) => session.First(
        """
        INSERT INTO integrations (name, name_key, type, source_id, destination_id, settings, every, daily, time_zone, enabled, created_at,
                                  cursor, last_started_at, next_due_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) RETURNING id
        """,
        row => row.Long(0),
        integration.Name, NameKey.Of(integration.Name), integration.Type.ToStoredName(), integration.SourceId, integration.DestinationId,
        Settings(integration), integration.Every, Daily(integration), integration.TimeZone, integration.Enabled,
        integration.CreatedAt == default ? time.GetUtcNow() : integration.CreatedAt,
        integration.Cursor, integration.LastStartedAt, integration.NextDueAt);

    private static long Update(Session session, StoredIntegration integration)
    {
        var changed = session.Execute(
            """
            UPDATE integrations SET name = ?2, name_key = ?3, type = ?4, source_id = ?5, destination_id = ?6, settings = ?7, every = ?8, daily = ?9,
                                    time_zone = ?10, enabled = ?11, next_due_at = ?12, held_up_since = NULL
            WHERE id = ?1 AND deleted_at IS NULL
            """,
            integration.Id, integration.Name, NameKey.Of(integration.Name), integration.Type.ToStoredName(), integration.SourceId,
            integration.DestinationId, Settings(integration), integration.Every, Daily(integration), integration.TimeZone, integration.Enabled,
            integration.NextDueAt);
        return changed == 1
            ? integration.Id
            : throw new PulpoSyncException(ErrorIds.ConfigNotFound, $"The integration '{integration.Name}' was removed meanwhile.", integration.Name);
    }

    private static string? Settings(StoredIntegration integration) =>
        StoreJson.Write(integration.Settings, StoreJson.Default.IReadOnlyDictionaryStringString);

    private static string? Daily(StoredIntegration integration) => StoreJson.Write(integration.Daily, StoreJson.Default.DailySchedule);

    private static StoredIntegration Read(Row row) => new()
    {
        Id = row.Long(0),
        Name = row.Text(1),
        Type = StoredType.Read(row.Text(2)),
        SourceId = row.Long(3),
        DestinationId = row.Long(4),
        Settings = StoreJson.Read(row.Text(5), StoreJson.Default.IReadOnlyDictionaryStringString)!,
        Every = row.IntOrNull(6),
        Daily = StoreJson.Read(row.TextOrNull(7), StoreJson.Default.DailySchedule),
        TimeZone = row.Text(8),
        Enabled = row.Flag(9),
        CreatedAt = row.Moment(10),
        Cursor = row.TextOrNull(11),
        LastStartedAt = row.MomentOrNull(12),
        NextDueAt = row.MomentOrNull(13),
        ReadAt = row.MomentOrNull(14),
        WatchCursor = row.TextOrNull(15),
    };
}
