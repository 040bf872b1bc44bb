using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>A class of faults.</summary>
/// <param name="Name">For people.</param>
/// <param name="Make">The fault for an endpoint.</param>
internal sealed record Trouble(string Name, Func<Trouble.Place, Fault> Make)
{
    /// <summary>Where and how long.</summary>
    /// <param name="Endpoint">Endpoint.</param>
    /// <param name="Count">How many requests; 0: all, until it is taken away.</param>
    /// <param name="World">World, for what happens to clocks and sessions.</param>
    /// <param name="Member">The member of the answer that is meant; null: all of it.</param>
    public sealed record Place(Endpoint Endpoint, int Count, KillWorld World, string? Member);

    /// <summary>For which endpoints it can happen.</summary>
    public Func<Endpoint, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>Whether it may last until somebody ends it.</summary>
    public bool CanLast { get; init; } = true;

    /// <summary>Whether it is one of a member of the answer, each of which is tried by itself. It lasts: what a vendor has called so once, it calls so again.</summary>
    public bool IsOfMember { get; init; }

    /// <summary>Whether it is one of lists that come in pages.</summary>
    public bool IsOfPages { get; init; }

    public override string ToString() => Name;
}
