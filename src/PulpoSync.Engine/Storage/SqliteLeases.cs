using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>Leases of routes.</summary>
internal sealed class SqliteLeases(Database database, TimeProvider time, string self) : ILeases
{
    public LeaseAnswer TryTake(long routeId, string holder, TimeSpan duration, TimeSpan grace) => database.Write(session =>
    {
        var now = time.GetUtcNow();
        var held = session.First(
            "SELECT holder, process, until FROM leases WHERE route_id = ?1 AND holder IS NOT NULL",
            row => new Held(row.Text(0), row.Text(1), row.Moment(2)), routeId);
        if (held is not null && now < held.Until + grace && !ProcessIdentity.IsSurelyDead(held.Process))
            return new LeaseAnswer(null, held.Holder, held.Until);

        var until = Truncate(now + duration);
        var fence = session.First(
            """
            INSERT INTO leases (route_id, fence, holder, process, until) VALUES (?1, 1, ?2, ?3, ?4)
            ON CONFLICT (route_id) DO UPDATE SET fence = fence + 1, holder = excluded.holder, process = excluded.process, until = excluded.until
            RETURNING fence
            """,
            row => row.Long(0), routeId, $"{holder} (process {Environment.ProcessId} on {Environment.MachineName})", self, until);
        return new LeaseAnswer(new Lease(routeId, fence, until));
    });

    public Lease? Renew(Lease lease, TimeSpan duration) => database.Write(session =>
    {
        var until = Truncate(time.GetUtcNow() + duration);
        var renewed = session.Execute(
            "UPDATE leases SET until = ?3 WHERE route_id = ?1 AND fence = ?2 AND holder IS NOT NULL", lease.RouteId, lease.Fence, until);
        return renewed == 1 ? lease with { Until = until } : null;
    });

    public void Release(Lease lease) => database.Write(session => session.Execute(
        "UPDATE leases SET holder = NULL, process = NULL WHERE route_id = ?1 AND fence = ?2", lease.RouteId, lease.Fence));

    /// <summary>Who works under a lease at this moment, for people; null: nobody.</summary>
    public static string? HolderNow(Session session, DateTimeOffset now) => session
        .All("SELECT holder, process, until FROM leases WHERE holder IS NOT NULL", row => new Held(row.Text(0), row.Text(1), row.Moment(2)))
        .Find(held => now < held.Until && !ProcessIdentity.IsSurelyDead(held.Process))?.Holder;

    /// <summary>Refuses to go on under a lease that has passed on. Called first in every transaction of a run.</summary>
    /// <exception cref="LeaseLostException">It has.</exception>
    public static void Demand(Session session, Lease lease)
    {
        const string Holds = "SELECT 1 FROM leases WHERE route_id = ?1 AND fence = ?2 AND holder IS NOT NULL";
        if (session.First(Holds, row => row.Int(0), lease.RouteId, lease.Fence) != 1) throw new LeaseLostException();
    }

    // The answer says what the store says, to the millisecond.
    private static DateTimeOffset Truncate(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());

    private sealed record Held(string Holder, string Process, DateTimeOffset Until);
}
