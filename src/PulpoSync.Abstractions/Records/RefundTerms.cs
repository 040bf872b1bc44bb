namespace PulpoSync.Records;

/// <summary>What a refund is to give back.</summary>
/// <param name="Goods">The price of the returned pieces.</param>
/// <param name="Shipping">What the customer paid for shipping, once for the order.</param>
/// <param name="NotifyCustomer">Tell the customer.</param>
public sealed record RefundTerms(bool Goods, bool Shipping, bool NotifyCustomer)
{
    /// <summary>True where the return has to be registered before: a shop may take no return of goods that are refunded already.</summary>
    public bool AfterRegistration { get; init; }
}
