namespace PulpoSync.Sandbox.Shopify;

/// <summary>An order's <c>displayFinancialStatus</c>.</summary>
public enum FinancialStatus
{
    Authorized,
    Expired,
    Paid,
    PartiallyPaid,
    PartiallyRefunded,
    Pending,
    Refunded,
    Voided,
}
