namespace PulpoSync.Torture.Kills;

/// <summary>A run that is still to be killed, and where.</summary>
/// <param name="Victim">Whose run.</param>
/// <param name="Point">Where.</param>
/// <param name="Missed">How often it was tried, and the run ended before.</param>
internal sealed record Target(Victim Victim, KillPoint Point, int Missed = 0);
