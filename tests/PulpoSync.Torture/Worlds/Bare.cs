using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Worlds;

/// <summary>A rehearsal whose tenant has warehouses and no goods yet.</summary>
internal static class Bare
{
    public static async Task<Rehearsal> StartAsync(TenantOptions? tenant = null, ShopOptions? shop = null) =>
        await Rehearsal.StartAsync(shop, tenant, new PulpoSeed { Warehouses = ["Berlin", "Hamburg"] });
}
