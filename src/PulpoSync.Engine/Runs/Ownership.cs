using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>The first integration that wrote a record keeps it. The daily twin shares what the recurring integration has written, and the other way round.</summary>
internal static class Ownership
{
    /// <summary>Name of the other integration that keeps this record; null: it is free or ours.</summary>
    public static string? Of(RunScope scope, IReadOnlyList<LedgerRow> rows)
    {
        if (scope.Integration.Daily is not null) return null;
        var other = rows.FirstOrDefault(row => row.IsAlive && row.OwnerId != scope.OwnerId)?.OwnerId;
        // An owner that was removed keeps nothing.
        var owner = other is null ? null : scope.Peers.FirstOrDefault(peer => peer.Id == other);
        return owner is { Daily: null } ? owner.Name : null;
    }

    /// <summary>The decision about a record that another integration keeps.</summary>
    public static Decision Left(string owner) => new(
        null, OutcomeKind.Skipped, LedgerState.Skipped, ReasonCodes.OwnedByOther,
        $"The integration \"{owner}\" of the same route wrote it first and keeps it.");
}
