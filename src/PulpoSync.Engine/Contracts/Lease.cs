namespace PulpoSync.Engine.Contracts;

/// <summary>The right to run a route.</summary>
/// <param name="RouteId">Route.</param>
/// <param name="Fence">Grows with every holder; a commit with an older one is refused.</param>
/// <param name="Until">End, unless renewed.</param>
public sealed record Lease(long RouteId, long Fence, DateTimeOffset Until);

/// <summary>Answer to a request for a lease.</summary>
/// <param name="Lease">The lease, where it was given.</param>
/// <param name="HeldBy">Otherwise: who holds it, for people (integration, process, machine).</param>
/// <param name="HeldUntil">Otherwise: until when.</param>
public sealed record LeaseAnswer(Lease? Lease, string? HeldBy = null, DateTimeOffset? HeldUntil = null);

/// <summary>A commit came after the lease had passed to another holder; nothing of it was written.</summary>
public sealed class LeaseLostException() : Exception(
    "The lease of this route has passed to another run, because this one did not renew it in time: its process or its machine slept, or the store was out of "
    + "reach. What it had not committed was refused, nothing is lost: the other run does it.")
{
    /// <summary>The same as the failure of a run.</summary>
    public static Failure Failure { get; } = new(FailureKind.Conflict, "LeaseLost", new LeaseLostException().Message);
}
