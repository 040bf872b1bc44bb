using System.Globalization;

namespace PulpoSync.Torture.Kills;

/// <summary>When a run is killed.</summary>
/// <param name="Point">Where.</param>
/// <param name="Calls">The requests, for those two points that are a request's: whichever comes.</param>
/// <param name="Nth">At which passing of the point since the run's start, from 1; of <see cref="KillPoint.AnyMoment"/>: after so many requests.</param>
/// <param name="Delay">Waited on top of it.</param>
internal sealed record KillMoment(KillPoint Point, IReadOnlyList<Call> Calls, int Nth, TimeSpan Delay)
{
    /// <summary>True where a request is held.</summary>
    public bool IsOfRequest => Point is KillPoint.InFlight or KillPoint.AnswerOut;

    /// <summary>The point at which the process itself halts; null: none.</summary>
    public string? HaltAt => Point is KillPoint.AnyMoment || IsOfRequest
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Point.ToString().ToLowerInvariant()}:{Nth}");

    public override string ToString() => Point is KillPoint.AnyMoment
        ? string.Create(CultureInfo.InvariantCulture, $"{Nth} requests and {Delay.TotalMilliseconds:0} ms after its start")
        : string.Create(CultureInfo.InvariantCulture, $"{Point}{(Calls.Count == 1 ? $" {Calls[0]}" : "")} for the {Nth}. time");
}
