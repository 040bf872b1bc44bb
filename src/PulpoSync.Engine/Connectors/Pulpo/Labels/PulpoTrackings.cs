using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>The tracking entries of a box.</summary>
internal sealed class PulpoTrackings(PulpoClient client)
{
    /// <summary>Those that are there; more than one page of them no box has.</summary>
    /// <exception cref="FailureException">NotFound: there is no such box.</exception>
    public async Task<IReadOnlyList<PulpoTracking>> OfAsync(PulpoBoxKey box, string number, CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(Path(box), "shipment_trackings", "", 0, PulpoJson.Default.PulpoTracking, cancellationToken).ConfigureAwait(false);
        return page?.Items ?? throw new FailureException(new Failure(
            FailureKind.NotFound, ReasonCodes.GoneAtSource, $"PULPO no longer has the box {number} (packing order and box {box}), or refuses to show its tracking."));
    }

    /// <summary>Makes an entry, or changes one that is there.</summary>
    /// <exception cref="FailureException">It is refused, or no answer came: then it may be there.</exception>
    public async Task WriteAsync(PulpoBoxKey box, string number, PulpoTracking? before, PulpoTrackingBody body, CancellationToken cancellationToken)
    {
        var (method, kind, path) = before is null
            ? (HttpMethod.Post, CallKind.Write, Path(box))
            : (HttpMethod.Put, CallKind.IdempotentWrite, FormattableString.Invariant($"{Path(box)}/{before.Id}"));
        var reply = await client.SendAsync(method, path, kind, null, PulpoBody.Of(body), cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            client.Confirm(method, path, kind, reply);
            return;
        }

        throw new FailureException(reply.Status is 400 or 422
            ? PulpoErrors.Refusal($"the tracking of box {number}", PulpoErrors.Read(reply))
            : client.Failure(method, path, reply));
    }

    private static string Path(PulpoBoxKey box) => $"{box.Path}/shipment_tracking";
}
