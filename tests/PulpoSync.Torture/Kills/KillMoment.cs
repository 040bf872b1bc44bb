using System.Globalization;

namespace PulpoSync.Torture.Kills;

/// <summary>When a run is killed.</summary>
/// <param name="Point">Where.</param>
/// <param name="Operation">The request's name, for those two points that are one request's.</param>
/// <param name="Nth">At which passing of the point since the run's start, from 1; of <see cref="KillPoint.AnyMoment"/>: after so many requests.</param>
/// <param name="Delay">Waited on top of it.</param>
internal sealed record KillMoment(KillPoint Point, string? Operation, int Nth, TimeSpan Delay)
{
    /// <summary>Draws moments over the time of an undisturbed run, one for each point, in a drawn order.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="pace">Undisturbed run.</param>
    /// <param name="points">Points.</param>
    /// <param name="share">Share of that run in which the moments lie, so that every kill finds a run at work.</param>
    public static IReadOnlyList<KillMoment> Draw(Random random, Pace pace, IReadOnlyList<(KillPoint Point, string? Operation)> points, double share)
    {
        var order = points.ToArray();
        random.Shuffle(order);
        var moments = order.Select(_ => random.NextDouble() * share).Order().ToList();
        var page = pace.Duration / pace.Commits;
        return [.. order.Select((point, at) =>
        {
            var since = moments[at] - (at == 0 ? 0 : moments[at - 1]);
            var passed = (int)(since * pace.Of(point.Point, point.Operation));
            return point.Point is KillPoint.AnyMoment
                ? new KillMoment(point.Point, null, passed, page * random.NextDouble())
                : new KillMoment(point.Point, point.Operation, passed + 1, TimeSpan.Zero);
        })];
    }

    public override string ToString() => Point is KillPoint.AnyMoment
        ? string.Create(CultureInfo.InvariantCulture, $"{Nth} requests and {Delay.TotalMilliseconds:0} ms after its start")
        : $"{Point} {Operation} for the {Nth}. time";
}
