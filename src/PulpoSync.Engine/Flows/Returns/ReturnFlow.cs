using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Returns;

/// <summary>
/// Returns: what came back is registered, and money goes back where that is switched on. The two are parts of their own, so that a refund that is refused
/// neither undoes nor repeats the registration. Neither is ever changed once it is there: a later correction in the warehouse is told, not carried out.
/// </summary>
internal sealed class ReturnFlow(ReturnSettings settings, IKeyedHash hash, string fingerprint) : IFlow<GoodsReturn>
{
    public string Fingerprint => fingerprint;

    public string KeyOf(GoodsReturn record) => record.Key;

    // People ask for the order; the return's own number stands behind it and is the end of the key.
    public string NumberOf(GoodsReturn record) => record.OrderNumber is { } order ? $"{order} ({record.Number})" : record.Number;

    public string VersionOf(GoodsReturn record) => record.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<GoodsReturn> Plan(GoodsReturn record, IReadOnlyList<LedgerRow> rows)
    {
        if (!rows.Any(row => row.IsAlive) && ReturnStops.Of(record, settings) is { } stop) return new Plan<GoodsReturn> { Decisions = [stop] };
        var steps = new[] { Registration(record, rows), Refund(record, rows) };
        return new Plan<GoodsReturn>
        {
            Writes = [.. steps.Select(step => step.Write).OfType<PlannedWrite<GoodsReturn>>()],
            Decisions = [.. steps.Select(step => step.Decision).OfType<Decision>()],
        };
    }

    private (PlannedWrite<GoodsReturn>? Write, Decision? Decision) Registration(GoodsReturn record, IReadOnlyList<LedgerRow> rows)
    {
        if (!settings.RegisterReturn) return default;
        var row = rows.FirstOrDefault(row => row.Part == GoodsReturn.RegistrationPart);
        List<ReturnedGoods> lines = [.. record.Lines.Where(line => line.IsAccepted || settings.RegisterRejected)];
        if (lines.Count == 0 && row is not { IsAlive: true })
            return (null, Skip(GoodsReturn.RegistrationPart, ReasonCodes.NothingReturned, "The warehouse rejected all of it, and rejected pieces are not registered (Rejected is Skip)."));
        return Step(record with { Lines = lines }, GoodsReturn.RegistrationPart, row, ReturnContent.Hash(record, hash), "registered");
    }

    private (PlannedWrite<GoodsReturn>? Write, Decision? Decision) Refund(GoodsReturn record, IReadOnlyList<LedgerRow> rows)
    {
        if (settings.Refund is not { } terms) return default;
        var row = rows.FirstOrDefault(row => row.Part == GoodsReturn.RefundPart);
        var registration = rows.FirstOrDefault(row => row.Part == GoodsReturn.RegistrationPart);
        List<ReturnedGoods> lines = [.. record.Lines.Where(line => line.IsAccepted)];
        if (row is not { IsAlive: true })
        {
            if (lines.Count == 0) return (null, Skip(GoodsReturn.RefundPart, ReasonCodes.NothingReturned, "The warehouse accepted none of it, so nothing is refunded."));
            // Switching refunds on must not pay for what was dealt with before, perhaps by hand.
            var isOld = row is null ? registration is { IsAlive: true } : row.Reason == ReasonCodes.RefundNotAsked;
            if (isOld) return (null, Skip(GoodsReturn.RefundPart, ReasonCodes.RefundNotAsked, "It was registered while refunds were off. Refund it in the shop by hand if it is still due."));
        }

        // What is registered, or never will be, is not waited for.
        terms = terms with { AfterRegistration = settings.RegisterReturn && registration is not ({ IsAlive: true } or { State: LedgerState.Skipped }) };
        return Step(record with { Lines = lines, Refund = terms }, GoodsReturn.RefundPart, row, ReturnContent.Hash(record, hash), "refunded");
    }

    private (PlannedWrite<GoodsReturn>? Write, Decision? Decision) Step(GoodsReturn content, string part, LedgerRow? row, string wanted, string done)
    {
        if (row is { IsAlive: true, Hash: { } there })
        {
            return (null, there == wanted
                ? new Decision(part, OutcomeKind.Unchanged, null, null, $"Return {content.Number} is {done} already.")
                : new Decision(part, OutcomeKind.Skipped, null, ReasonCodes.ReturnChanged, $"Return {content.Number} was changed in the warehouse after it was {done}. Correct it in the shop by hand.")
                {
                    WarnOnceFor = wanted,
                });
        }

        var operation = row is { IsAlive: true } ? WriteOperation.Update : WriteOperation.Create;
        var pieces = content.Lines.Sum(line => line.Quantity);
        var message = string.Create(
            CultureInfo.InvariantCulture, $"{part} {content.Number} of order {content.OrderNumber}, {pieces} {(pieces == 1 ? "piece" : "pieces")}");
        return (new PlannedWrite<GoodsReturn>(part, 1, NumberOf(content), operation, content, wanted, content.OrderKey, message), null);
    }

    private static Decision Skip(string part, string reason, string message) => new(part, OutcomeKind.Skipped, LedgerState.Skipped, reason, message);
}
