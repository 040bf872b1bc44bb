using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// Makes orders in bulk. What an answer does not settle is looked for, and what is not there is sent once more by itself: PULPO refuses a second order of
/// the same number, so that this is safe.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="orders">Finds orders.</param>
/// <param name="changer">Brings an order that is there to the content of a create; null where orders have ended as soon as they are made.</param>
/// <param name="adoptExisting">True where an order of another tool may be taken over.</param>
/// <param name="kind">End of the paths: none for orders to be shipped, <c>/quick</c> for those that have left.</param>
internal sealed class PulpoOrderCreator(PulpoClient client, PulpoOrders orders, PulpoOrderChanger? changer, bool adoptExisting, string kind = "")
{
    private readonly string _path = $"/sales/orders{kind}";
    private readonly string _bulkPath = $"/sales/bulk/orders{kind}";

    private static readonly Failure NoAnswer = new(FailureKind.Transient, "NoAnswer", "PULPO's answer says nothing of this order.");

    public async Task CreateAsync(IReadOnlyList<PulpoOrderWork> works, CancellationToken cancellationToken)
    {
        foreach (var chunk in Chunks(works)) await BulkAsync(chunk, cancellationToken).ConfigureAwait(false);
    }

    // Errors are named by number: the same number stands in one call only once.
    private static IEnumerable<PulpoOrderWork[]> Chunks(IReadOnlyList<PulpoOrderWork> works) => works
        .GroupBy(work => work.Ref.Number, StringComparer.Ordinal)
        .SelectMany(same => same.Select((work, turn) => (work, turn)))
        .GroupBy(item => item.turn, item => item.work)
        .OrderBy(turn => turn.Key)
        .SelectMany(turn => turn.Chunk(PulpoAssumptions.BulkSize));

    private async Task BulkAsync(PulpoOrderWork[] works, CancellationToken cancellationToken)
    {
        var why = NoAnswer;
        try
        {
            var json = PulpoBody.Of([.. works.Select(work => work.Body!)]);
            var reply = await client.SendAsync(HttpMethod.Post, _bulkPath, CallKind.Write, null, json, cancellationToken).ConfigureAwait(false);
            if (!reply.IsSuccess && reply.Status is not (400 or 422)) throw new FailureException(client.Failure(HttpMethod.Post, _bulkPath, reply));
            await ReadAsync(works, PulpoBulkAnswer.Read(reply, "order_num"), cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            why = e.Failure;
        }

        var open = works.Where(work => work.Result is null).ToList();
        if (open.Count > 0) await SettleAsync(open, why, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAsync(PulpoOrderWork[] works, PulpoBulkAnswer answer, CancellationToken cancellationToken)
    {
        foreach (var work in works)
        {
            if (answer.Done.TryGetValue(work.Ref.Number, out var id)) work.Result = WriteResult.Done(id);
            else if (answer.Errors.TryGetValue(work.Ref.Number, out var errors)) await work.GuardAsync(() => RefusedAsync(work, errors, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task SettleAsync(List<PulpoOrderWork> works, Failure why, CancellationToken cancellationToken)
    {
        try
        {
            var found = await orders.ByNumberAsync(works.ConvertAll(work => work.Ref), cancellationToken).ConfigureAwait(false);
            await Task.WhenAll(works.Zip(found, (work, order) => work.GuardAsync(() => order is null
                ? AloneAsync(work, cancellationToken)
                : TakenAsync(work, order, cancellationToken)))).ConfigureAwait(false);
        }
        catch (FailureException)
        {
            foreach (var work in works) work.Result ??= WriteResult.Unknown(why);
        }
    }

    private async Task AloneAsync(PulpoOrderWork work, CancellationToken cancellationToken)
    {
        var json = PulpoBody.Of(work.Body!);
        var reply = await client.SendAsync(HttpMethod.Post, _path, CallKind.Write, null, json, cancellationToken).ConfigureAwait(false);
        if (reply.Status is 400 or 422)
        {
            await RefusedAsync(work, PulpoErrors.Read(reply), cancellationToken).ConfigureAwait(false);
        }
        else if (!reply.IsSuccess)
        {
            work.Result = WriteResult.Refused(client.Failure(HttpMethod.Post, _path, reply));
        }
        else
        {
            var found = (await orders.ByNumberAsync([work.Ref], cancellationToken).ConfigureAwait(false))[0];
            if (found is null) work.Result = WriteResult.Unknown(NoAnswer);
            else await TakenAsync(work, found, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefusedAsync(PulpoOrderWork work, IReadOnlyList<PulpoError> errors, CancellationToken cancellationToken)
    {
        if (errors.Any(error => error is { IsTaken: true, Field: "order_num" }))
        {
            var there = (await orders.ByNumberAsync([work.Ref], cancellationToken).ConfigureAwait(false))[0];
            // Ours from an earlier call, whose content may be older than this one's.
            if (there is not null && changer is not null && PulpoOwner.IsOurs(there, work.Ref)) await changer.CatchUpAsync(work, there, cancellationToken).ConfigureAwait(false);
            else await TakenAsync(work, there, cancellationToken).ConfigureAwait(false);
        }
        else if (errors.Any(error => error.IsTooLong) && work.TryShorten())
        {
            await AloneAsync(work, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            work.Result = WriteResult.Refused(PulpoErrors.Refusal($"order {work.Ref.Number}", errors));
        }
    }

    // The number is there: ours from this very call, whose answer was lost, or somebody else's.
    private async Task TakenAsync(PulpoOrderWork work, PulpoOrder? order, CancellationToken cancellationToken)
    {
        if (order is not null && PulpoOwner.IsOurs(order, work.Ref))
        {
            work.Result = WriteResult.Done(order.Id.ToString(CultureInfo.InvariantCulture));
        }
        else if (order is not null && adoptExisting && changer is not null && PulpoOwner.Of(order) is null && PulpoAssumptions.IsQueued(order.State))
        {
            await changer.UpdateAsync(work, order, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            work.Refuse(
                FailureKind.Conflict, RefusalCodes.OrderNumberTaken,
                $"The number {work.Ref.Number} of order {work.Order.Name} is taken at PULPO ({(order is null ? "PULPO does not show by what" : PulpoOrders.BelongsTo(order))}). Set NumberPrefix, or AdoptExisting for orders of another tool.");
        }
    }
}
