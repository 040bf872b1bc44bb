using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Updates, cancels and withdraws. The state is read first; where PULPO refuses all the same, it is read again and the answer follows from it.</summary>
internal sealed class PulpoOrderChanger(PulpoClient client, PulpoOrders orders)
{
    public async Task ChangeAsync(IReadOnlyList<PulpoOrderWork> works, CancellationToken cancellationToken)
    {
        if (works.Count == 0) return;
        var now = await orders.NowAsync([.. works.Select(work => work.Ref)], cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(works.Zip(now, (work, order) => ChangeAsync(work, order, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Brings an order of ours that an earlier call has made to the content of a create, as far as its state allows.</summary>
    public async Task CatchUpAsync(PulpoOrderWork work, PulpoOrder order, CancellationToken cancellationToken)
    {
        if (Verdict(WriteOperation.Update, work, order) is { } verdict) work.Result = verdict with { Id = order.Id.ToString(CultureInfo.InvariantCulture) };
        else await UpdateAsync(work, order, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings a queued order to a work's content.</summary>
    public async Task UpdateAsync(PulpoOrderWork work, PulpoOrder order, CancellationToken cancellationToken)
    {
        var path = Path(order);
        // What others have noted on the order stays.
        work.Body = work.Body! with { Attributes = PulpoOwner.Mark(work.Ref, work.Order, order.Attributes) };
        var json = PulpoBody.Of(work.Body);
        var reply = await client.SendAsync(HttpMethod.Put, path, CallKind.IdempotentWrite, null, json, cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            client.Confirm(HttpMethod.Put, path, CallKind.IdempotentWrite, reply);
            work.Result = Deviates(reply, work.Body) is { } deviation ? WriteResult.Refused(deviation) : Done(order);
            return;
        }

        if (!await WasOvertakenAsync(work, order, cancellationToken).ConfigureAwait(false))
        {
            var errors = PulpoErrors.Read(reply);
            if (errors.Any(error => error.IsTooLong) && work.TryShorten()) await UpdateAsync(work, order, cancellationToken).ConfigureAwait(false);
            else work.Result = Refused(work, path, reply, errors);
        }
    }

    private async Task ChangeAsync(PulpoOrderWork work, PulpoOrder? order, CancellationToken cancellationToken)
    {
        try
        {
            work.Result = Verdict(work.Operation, work, order);
            if (work.Result is not null) return;
            if (work.Operation is WriteOperation.Update) await UpdateAsync(work, order!, cancellationToken).ConfigureAwait(false);
            else await CancelAsync(work, order!, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e)
        {
            // Each of these may be done again, so that it is no matter whether it was executed.
            work.Result = WriteResult.Unknown(e.Failure);
        }
    }

    private async Task CancelAsync(PulpoOrderWork work, PulpoOrder order, CancellationToken cancellationToken)
    {
        var path = $"{Path(order)}/cancel";
        var reply = await client.SendAsync(HttpMethod.Post, path, CallKind.IdempotentWrite, null, "{}"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            client.Confirm(HttpMethod.Post, path, CallKind.IdempotentWrite, reply);
            work.Result = Done(order);
        }
        else if (!await WasOvertakenAsync(work, order, cancellationToken).ConfigureAwait(false))
        {
            work.Result = Refused(work, path, reply, PulpoErrors.Read(reply));
        }
    }

    // Between reading and writing the warehouse may have begun. Then the state has the answer, not the refusal.
    private async Task<bool> WasOvertakenAsync(PulpoOrderWork work, PulpoOrder before, CancellationToken cancellationToken)
    {
        var reference = work.Ref with { DestinationId = before.Id.ToString(CultureInfo.InvariantCulture) };
        var now = (await orders.NowAsync([reference], cancellationToken).ConfigureAwait(false))[0];
        if (now?.State == before.State) return false;
        work.Result = Verdict(work.Operation, work, now);
        return work.Result is not null;
    }

    /// <summary>What an order's state says of a change; null: go ahead.</summary>
    private static WriteResult? Verdict(WriteOperation operation, PulpoOrderWork work, PulpoOrder? order)
    {
        // Only an order that waits in the queue is adopted.
        if (operation is WriteOperation.Create) return PulpoAssumptions.IsQueued(order?.State) ? null : Conflict(RefusalCodes.OrderNumberTaken, work, "is another tool's order");
        if (order is null) return Conflict(RefusalCodes.GoneAtDestination, work, "is no longer there");
        var state = order.State;
        if (PulpoAssumptions.IsQueued(state)) return null;
        if (PulpoAssumptions.IsCancelled(state))
        {
            return operation is WriteOperation.Update ? Conflict(RefusalCodes.CancelledAtDestination, work, "was cancelled in the warehouse") : Done(order);
        }

        return operation switch
        {
            WriteOperation.Cancel => PulpoAssumptions.IsGone(state) ? Conflict(RefusalCodes.CancelTooLate, work, $"can no longer be cancelled, it is in state {state}") : null,
            WriteOperation.Update when PulpoAssumptions.IsPaused(state) => Conflict(RefusalCodes.Paused, work, "is paused; it is changed when it is resumed"),
            WriteOperation.Withdraw when PulpoAssumptions.IsPaused(state) => null,
            _ when !PulpoAssumptions.IsBegun(state) => Conflict(
                RefusalCodes.UnknownState, work, $"is in state {state}, which PulpoSync does not know; it is looked at again"),
            _ => Conflict(RefusalCodes.NotQueued, work, $"is being worked on, state {state}") with { Holds = PulpoOrders.Holds(order) },
        };
    }

    // Which fields a PUT takes over is not documented: an answer that shows another content is noticed, rather than goods being shipped short.
    private static Failure? Deviates(HttpReply reply, PulpoOrderBody sent)
    {
        using var document = JsonBody.TryParse(reply);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object }) return null;
        var answer = PulpoList.Element(document.RootElement, PulpoJson.Default.PulpoOrder, "PUT /sales/orders");
        var sameLines = PulpoOrders.Holds(answer) is not { } holds
            || holds.ToHashSet().SetEquals(sent.Items.Select(item => KeyValuePair.Create(item.LineOrderId, item.Quantity)));
        var samePlace = answer.WarehouseId is null || answer.WarehouseId == sent.WarehouseId;
        if (sameLines && samePlace) return null;
        return new Failure(
            FailureKind.Data, "UpdateIgnored",
            $"PULPO accepted the change of order {sent.OrderNum}, but did not take over its {(sameLines ? "warehouse" : "lines")}. Change it in PULPO by hand.");
    }

    private WriteResult Refused(PulpoOrderWork work, string path, HttpReply reply, IReadOnlyList<PulpoError> errors)
    {
        if (reply.Status is 400 or 403 or 422) return WriteResult.Refused(PulpoErrors.Refusal($"to {Verb(work)} order {work.Ref.Number}", errors));
        return WriteResult.Refused(client.Failure(HttpMethod.Post, path, reply));
    }

    private static string Verb(PulpoOrderWork work) => work.Operation is WriteOperation.Update or WriteOperation.Create ? "update" : "cancel";

    private static string Path(PulpoOrder order) => FormattableString.Invariant($"/sales/orders/{order.Id}");

    private static WriteResult Done(PulpoOrder order) => WriteResult.Done(order.Id.ToString(CultureInfo.InvariantCulture));

    private static WriteResult Conflict(string code, PulpoOrderWork work, string text) =>
        WriteResult.Refused(new Failure(FailureKind.Conflict, code, $"Order {work.Ref.Number} {text} at PULPO."));
}
