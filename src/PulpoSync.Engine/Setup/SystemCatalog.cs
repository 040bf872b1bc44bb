using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Setup;

/// <summary>The systems that this version can connect.</summary>
internal sealed class SystemCatalog(IReadOnlyList<ISystem> systems)
{
    public IReadOnlyList<ISystem> All => systems;

    /// <summary>A system by name; case does not matter.</summary>
    public ISystem Get(string? name) =>
        systems.FirstOrDefault(system => string.Equals(system.Spec.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new PulpoSyncException(
            ErrorIds.SystemUnknown, $"There is no system \"{name}\". Type one of {string.Join(", ", systems.Select(system => system.Spec.Name))}.", name);
}
