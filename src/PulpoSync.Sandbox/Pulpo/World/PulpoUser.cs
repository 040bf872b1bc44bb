namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A user of the tenant.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Username">The login.</param>
/// <param name="Password">The password.</param>
/// <param name="WarehouseIds">The warehouses the user may work in; null for all.</param>
internal sealed record PulpoUser(long Id, string Username, string Password, IReadOnlyList<long>? WarehouseIds)
{
    public bool MayUse(long warehouseId) => WarehouseIds is null || WarehouseIds.Contains(warehouseId);
}
