using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>Registers returns. They stay open: what becomes of the goods is decided in the warehouse, and closing a return must not restock them.</summary>
internal sealed class ReturnRegistrar(ShopifyClient client, ReturnOrderReader reader)
{
    private readonly ReturnReasonBook _reasons = new(client);

    /// <summary>Registers a return, unless the order has it.</summary>
    public async Task<WriteResult> WriteAsync(ReturnOrder order, Write<GoodsReturn> write, CancellationToken cancellationToken)
    {
        var mark = ReturnMark.Of(write.Ref);
        if (order.ReturnOf(mark) is { } known) return WriteResult.Unchanged(known);
        if (ReturnSplit.TooLarge(order, write.Record, mark) is { } failure) return WriteResult.Refused(failure);
        var split = ReturnSplit.Of(order, write.Record);
        if (split.Lines.Count == 0)
        {
            return WriteResult.LeftOut(
                "RefundedBefore", $"All of return {write.Record.Number} was refunded in the shop before it came back; Shopify registers no return of refunded goods.");
        }

        var input = await InputAsync(order, split, mark, cancellationToken).ConfigureAwait(false);
        var result = await CreateAsync(order, input, write.Record, mark, cancellationToken).ConfigureAwait(false);
        return split.Refunded.Count == 0 ? result : result with
        {
            Warning = $"Of return {write.Record.Number} {string.Join(", ", split.Refunded)} had been refunded in the shop before; Shopify registers no return of refunded goods.",
        };
    }

    private async Task<JsonObject> InputAsync(ReturnOrder order, ReturnSplit split, string mark, CancellationToken cancellationToken)
    {
        var idOf = await _reasons.LearnAsync(split.Lines.Select(line => line.Reason).OfType<string>(), cancellationToken).ConfigureAwait(false);
        var lines = split.Lines.Select(line => new JsonObject
        {
            ["fulfillmentLineItemId"] = line.ShippedLine,
            ["quantity"] = line.Pieces,
            ["returnReasonDefinitionId"] = idOf(line.Reason),
            ["returnReasonNote"] = ReturnMark.Note(mark, line.Said),
        });
        return new JsonObject { ["orderId"] = order.Id, ["returnLineItems"] = new JsonArray([.. lines]) };
    }

    private async Task<WriteResult> CreateAsync(ReturnOrder order, JsonObject input, GoodsReturn wanted, string mark, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.MutateAsync(ShopifyDocument.ReturnCreate, new JsonObject { ["input"] = input }, CallKind.Write, cancellationToken).ConfigureAwait(false);
            var payload = answer.Data?.Get("returnCreate");
            if (payload?.Get("return")?.Id() is { } id) return WriteResult.Done(id);
            var errors = ShopifyUserError.Read(payload);
            return errors.Count > 0
                ? WriteResult.Refused(new Failure(FailureKind.Data, "ReturnRefused", $"{client.Shop} refused return {wanted.Number} of order {order.Name}: {string.Join("; ", errors)}."))
                : WriteResult.Unknown(new Failure(FailureKind.Protocol, "NoData", $"{client.Shop} does not say what became of return {wanted.Number}."));
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            // The answer is lost, not always the return: the order tells.
            var now = await reader.LookAgainAsync(order.Id, cancellationToken).ConfigureAwait(false);
            return now?.ReturnOf(mark) is { } made ? WriteResult.Done(made) : WriteResult.Unknown(e.Failure);
        }
        catch (FailureException e)
        {
            return WriteResult.Refused(e.Failure);
        }
    }
}
