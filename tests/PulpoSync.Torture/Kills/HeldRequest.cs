using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Kills;

/// <summary>A request of a dead process that the vendor has still to execute.</summary>
/// <param name="Fault">What holds it.</param>
/// <param name="Until">The longest that it stays held; null: as long as the torture likes.</param>
internal sealed record HeldRequest(Fault Fault, DateTimeOffset? Until);
