using System.Globalization;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>
/// Sets levels, many in a call. Figures are absolute, so that a call may be repeated. The answers come in the order of what was asked, and name their SKU where
/// nothing was refused: an answer is taken only where both agree. What is left without an answer is asked again by itself, where no answer can be another's.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="subtractReserved">Billbee takes off what its orders have reserved.</param>
internal sealed class StockCalls(BillbeeClient client, bool subtractReserved)
{
    private static readonly Failure NoAnswer = new(
        FailureKind.Protocol, "AnswerMissing", "Billbee gave no answer to the stock of this article; the next run tells it again.");

    /// <summary>Sets the levels of one location; each with its answer, or with the failure that leaves its outcome open.</summary>
    /// <param name="works">Levels, each SKU once.</param>
    /// <param name="stockId">Location; null where the account has one only.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FailureException">Surely nothing was done of this call: neither here nor elsewhere would it go better.</exception>
    public async Task<IReadOnlyList<(StockWork Work, StockAnswer? Answer, Failure? Open)>> SetAsync(
        IReadOnlyList<StockWork> works, string? stockId, CancellationToken cancellationToken)
    {
        StockAnswer?[] answers;
        try
        {
            answers = Matched(works, await client.BareListAsync(Call(works, stockId), StockAnswer.Read, cancellationToken).ConfigureAwait(false));
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Transient or FailureKind.Protocol)
        {
            return [.. works.Select(work => (work, (StockAnswer?)null, (Failure?)e.Failure))];
        }
        catch (FailureException e) when (e.Failure.IsRecordOnly)
        {
            // All of it was refused on account of one.
            answers = works.Count == 1 ? [new StockAnswer(null, null, null, e.Failure)] : new StockAnswer?[works.Count];
        }

        var all = new List<(StockWork, StockAnswer?, Failure?)>();
        foreach (var (work, answer) in works.Zip(answers))
        {
            if (answer is not null) all.Add((work, answer, null));
            else if (works.Count == 1) all.Add((work, null, NoAnswer));
            else all.AddRange(await SetAsync([work], stockId, cancellationToken).ConfigureAwait(false));
        }

        return all;
    }

    private static StockAnswer?[] Matched(IReadOnlyList<StockWork> works, IReadOnlyList<StockAnswer> answers)
    {
        var isInOrder = answers.Count == works.Count && works.Zip(answers).All(pair => pair.Second.Sku is null || pair.First.IsOf(pair.Second.Sku));
        return isInOrder ? [.. answers] : [.. works.Select(work => answers.FirstOrDefault(answer => work.IsOf(answer.Sku)))];
    }

    private BillbeeCall Call(IReadOnlyList<StockWork> works, string? stockId)
    {
        var levels = works.Select(work =>
        {
            var level = new JsonObject
            {
                ["Sku"] = work.Sku, ["NewQuantity"] = work.Target.Quantity, ["AutosubtractReservedAmount"] = subtractReserved, ["Reason"] = "PulpoSync: stock of the warehouse",
            };
            if (stockId is not null) level["StockId"] = long.Parse(stockId, CultureInfo.InvariantCulture);
            return level;
        });
        return new BillbeeCall(HttpMethod.Post, "/products/updatestockmultiple", CallKind.IdempotentWrite) { Body = BillbeeBody.Of(new JsonArray([.. levels])) };
    }
}
