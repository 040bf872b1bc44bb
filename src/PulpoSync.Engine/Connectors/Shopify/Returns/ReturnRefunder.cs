using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>Gives money back for returns. Nothing is restocked by it: stock is the stock integration's business.</summary>
internal sealed class ReturnRefunder(ShopifyClient client, ReturnOrderReader reader)
{
    private const string NoRestock = "NO_RESTOCK";

    /// <summary>Refunds a return, unless the order has that refund.</summary>
    public async Task<WriteResult> WriteAsync(ReturnOrder order, Write<GoodsReturn> write, CancellationToken cancellationToken)
    {
        var (wanted, terms, mark) = (write.Record, write.Record.Refund!, ReturnMark.Of(write.Ref));
        if (order.RefundOf(mark) is { } known) return WriteResult.Unchanged(known);
        if (ReturnSplit.TooLarge(order, wanted, mark) is { } failure) return WriteResult.Refused(failure);
        var pieces = RefundPieces.Of(order, terms.Goods ? wanted.Lines : [], mark);
        var shipping = terms.Shipping && !order.IsShippingRefunded;
        // Goods that people have paid back already: what they left out of it, they left out on purpose.
        if (pieces.Lines.Count == 0 && (terms.Goods || !shipping)) return LeftOut($"{(terms.Goods ? "All" : "The shipping cost")} of return {wanted.Number} was refunded in the shop before.");

        var quote = await QuoteAsync(order, pieces.Lines, shipping, cancellationToken).ConfigureAwait(false);
        if (quote.TooLarge(wanted.Number, order) is { } tooLarge) return WriteResult.Refused(tooLarge);
        if (quote.Amount <= 0) return LeftOut($"Return {wanted.Number} is worth nothing, so nothing is refunded.");
        var result = await CreateAsync(order, Input(order, pieces.Lines, shipping, terms, quote, mark), write, mark, cancellationToken).ConfigureAwait(false);
        return pieces.Before.Count == 0 ? result : result with
        {
            Warning = $"Of return {wanted.Number} {string.Join(", ", pieces.Before)} had been refunded in the shop before and was not refunded again.",
        };
    }

    private static WriteResult LeftOut(string message) => WriteResult.LeftOut("RefundedBefore", message);

    private async Task<RefundQuote> QuoteAsync(ReturnOrder order, IReadOnlyList<LineQuantity> lines, bool shipping, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["id"] = order.Id, ["lines"] = Lines(lines), ["shipping"] = shipping };
        var answer = await client.QueryAsync(ShopifyDocument.SuggestedRefund, variables, cancellationToken).ConfigureAwait(false);
        return RefundQuote.Read(answer.Data?.Get("order")) ?? throw new FailureException(new Failure(
            FailureKind.Data, "NoSuggestedRefund", $"{client.Shop} does not say what may be refunded of order {order.Name}."));
    }

    private static JsonObject Input(ReturnOrder order, IReadOnlyList<LineQuantity> lines, bool shipping, RefundTerms terms, RefundQuote quote, string mark)
    {
        var input = new JsonObject
        {
            ["orderId"] = order.Id,
            ["note"] = mark,
            ["notify"] = terms.NotifyCustomer,
            ["currency"] = order.Currency,
            ["refundLineItems"] = Lines(lines),
            ["transactions"] = new JsonArray(
            [
                .. quote.Payments.Select(payment => new JsonObject
                {
                    ["orderId"] = order.Id, ["parentId"] = payment.Parent, ["gateway"] = payment.Gateway, ["kind"] = "REFUND", ["amount"] = RefundQuote.Text(payment.Amount),
                }),
            ]),
        };
        if (shipping) input["shipping"] = new JsonObject { ["fullRefund"] = true };
        return input;
    }

    private async Task<WriteResult> CreateAsync(ReturnOrder order, JsonObject input, Write<GoodsReturn> write, string mark, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(order, input, write, again: false, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e)
        {
            // Tried more than once under one key, so that no failure tells that it was not executed: the order does.
            var now = await reader.LookAgainAsync(order.Id, cancellationToken).ConfigureAwait(false);
            return now?.RefundOf(mark) is { } made ? WriteResult.Done(made) : WriteResult.Unknown(e.Failure);
        }
    }

    private async Task<WriteResult> SendAsync(ReturnOrder order, JsonObject input, Write<GoodsReturn> write, bool again, CancellationToken cancellationToken)
    {
        var variables = new JsonObject { ["input"] = input.DeepClone(), ["key"] = Key(write.Ref, input, again) };
        try
        {
            var answer = await client.MutateAsync(ShopifyDocument.RefundCreate, variables, CallKind.IdempotentWrite, cancellationToken).ConfigureAwait(false);
            var payload = answer.Data?.Get("refundCreate");
            if (payload?.Get("refund")?.Id() is { } id) return WriteResult.Done(id);
            var errors = ShopifyUserError.Read(payload);
            if (errors.Any(IsStillAtWork)) throw new FailureException(new Failure(FailureKind.Transient, "StillAtWork", $"{client.Shop} is still at work on this refund."));
            return errors.Count > 0
                ? WriteResult.Refused(new Failure(FailureKind.Data, "RefundRefused", $"{client.Shop} refused the refund of return {write.Record.Number} of order {order.Name}: {string.Join("; ", errors)}."))
                : WriteResult.Unknown(new Failure(FailureKind.Protocol, "NoData", $"{client.Shop} does not say what became of the refund of return {write.Record.Number}."));
        }
        catch (FailureException e) when (e.Failure.Code == ShopifyError.EarlierFailed && !again)
        {
            // The key is spent on a request that came to nothing.
            return await SendAsync(order, input, write, again: true, cancellationToken).ConfigureAwait(false);
        }
    }

    // These user errors have no code; the words are inferred from those of the code that mutations with codes give.
    private static bool IsStillAtWork(ShopifyUserError error) => error.Field.Count == 0 && error.Text.Contains("in progress", StringComparison.OrdinalIgnoreCase);

    private static JsonArray Lines(IReadOnlyList<LineQuantity> lines) =>
        new([.. lines.Select(line => new JsonObject { ["lineItemId"] = line.LineKey, ["quantity"] = line.Quantity, ["restockType"] = NoRestock })]);

    // The same content of the same return has the same key, in this process or the next; another content is another request.
    private static string Key(RecordRef reference, JsonObject input, bool again)
    {
        var text = $"{reference.SourceAccount}\n{reference.SourceKey}\n{reference.Part}\n{input.ToJsonString()}{(again ? "\nagain" : "")}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
    }
}
