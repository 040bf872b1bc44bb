using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>What Shopify would give back, how much is left to give back at all, and over which payments. In the customer's currency.</summary>
/// <param name="Amount">What goods and shipping are worth.</param>
/// <param name="Left">What was paid and not refunded.</param>
/// <param name="Payments">Payments and what each is to give back.</param>
internal sealed record RefundQuote(decimal Amount, decimal Left, IReadOnlyList<RefundPayment> Payments)
{
    /// <summary>Reads the suggestion for an order; null where Shopify makes none.</summary>
    public static RefundQuote? Read(JsonElement? order)
    {
        if (order?.Get("suggestedRefund") is not { } found) return null;
        // Should Shopify cut the amount to what is left, the parts still tell what goods and shipping are worth.
        var parts = Money(found, "discountedSubtotalSet") - Money(found, "totalCartDiscountAmountSet")
            + (order.Value.Flag("taxesIncluded") ? 0 : Money(found, "totalTaxSet"))
            + (found.Get("shipping") is { } shipping ? Money(shipping, "amountSet") : 0);
        return new RefundQuote(
            Math.Max(Money(found, "amountSet"), parts),
            Money(found, "maximumRefundableSet"),
            [
                .. from payment in found.Items("suggestedTransactions")
                   let amount = Money(payment, "amountSet")
                   where amount > 0 && payment.Text("gateway") is not null
                   select new RefundPayment(payment.Text("gateway")!, payment.Get("parentTransaction")?.Text("id"), amount),
            ]);
    }

    /// <summary>Why it cannot be given back; null: it can.</summary>
    public Failure? TooLarge(string number, ReturnOrder order)
    {
        var possible = Math.Min(Left, Payments.Sum(payment => payment.Amount));
        return Amount <= possible ? null : new Failure(
            FailureKind.Data, "RefundTooLarge",
            $"Return {number} of order {order.Name} is worth {Text(Amount)} {order.Currency}, but only {Text(possible)} {order.Currency} of what was paid is left to refund. "
            + "Nothing was refunded. Refund what is due in the shop by hand; an order that is not paid yet goes through by itself once it is.");
    }

    /// <summary>An amount as Shopify takes it and people read it.</summary>
    public static string Text(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);

    private static decimal Money(JsonElement owner, string name) => owner.Get(name, "presentmentMoney")?.Amount("amount") ?? 0;
}

/// <summary>What one payment is to give back.</summary>
/// <param name="Gateway">Means of payment.</param>
/// <param name="Parent">Id of the payment.</param>
/// <param name="Amount">Amount.</param>
internal sealed record RefundPayment(string Gateway, string? Parent, decimal Amount);
