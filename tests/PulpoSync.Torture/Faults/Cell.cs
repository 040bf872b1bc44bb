using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>One fault at one endpoint.</summary>
/// <param name="Trouble">What goes wrong.</param>
/// <param name="Endpoint">Where.</param>
/// <param name="Asker">Measure of the stock in the world in which it is asked for, and whose run asks.</param>
/// <param name="IsLasting">Whether it lasts until the run is over.</param>
/// <param name="Member">The member of the answer that is meant; null where it is all of it.</param>
internal sealed record Cell(Trouble Trouble, Endpoint Endpoint, (string Measure, string Integration) Asker, bool IsLasting, string? Member = null)
{
    /// <summary>The fault in a world.</summary>
    public Fault Make(KillWorld world) => Trouble.Make(new Trouble.Place(Endpoint, IsLasting ? 0 : 1, world, Member));

    public override string ToString() =>
        $"{Trouble.Name}{(Member is null ? "" : $" of {Member}")}{(IsLasting ? ", lasting," : "")} at {Endpoint} in {Asker.Integration}";
}
