using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>The vendors' sessions.</summary>
internal static class Sessions
{
    /// <summary>Ends all of them, as vendors may at any time: whoever comes next has to log in again.</summary>
    public static void End(KillWorld world)
    {
        foreach (var tenant in world.Sandbox.Tenants.Values) tenant.World.Access.RevokeAll();
    }
}
