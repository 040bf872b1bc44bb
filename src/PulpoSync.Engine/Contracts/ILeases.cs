namespace PulpoSync.Engine.Contracts;

/// <summary>Leases in the store: one holder a route.</summary>
public interface ILeases
{
    /// <summary>
    /// Takes the route's lease if it is free, has ended at least <paramref name="grace"/> ago, or its holder's process on this machine is surely dead.
    /// </summary>
    LeaseAnswer TryTake(long routeId, string holder, TimeSpan duration, TimeSpan grace);

    /// <summary>Extends; null when the lease has passed to another holder.</summary>
    Lease? Renew(Lease lease, TimeSpan duration);

    /// <summary>Gives back. Nothing happens where it has passed on.</summary>
    void Release(Lease lease);
}
