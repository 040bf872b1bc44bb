using System.Globalization;

namespace PulpoSync.Tests.EndToEnd;

/// <summary>When a run is killed.</summary>
/// <param name="Point">Where.</param>
/// <param name="Operation">The request's name, for those two points that are one request's.</param>
/// <param name="Nth">At which passing of the point since the run's start, from 1; of <see cref="KillPoint.AnyMoment"/>: after so many requests.</param>
/// <param name="Delay">Waited on top of it.</param>
internal sealed record KillMoment(KillPoint Point, string? Operation, int Nth, TimeSpan Delay)
{
    // What lies behind is left to the run that is not killed: a killed one loses up to a page, but may have come a page further than drawn.
    private const double Share = 1.0;

    /// <summary>Draws moments over the time of an undisturbed run, one for each point, in a drawn order.</summary>
    public static IReadOnlyList<KillMoment> Draw(Random random, Pace pace, IReadOnlyList<(KillPoint Point, string? Operation)> points)
    {
        var order = points.ToArray();
        random.Shuffle(order);
        var moments = order.Select(_ => random.NextDouble() * Share).Order().ToList();
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
