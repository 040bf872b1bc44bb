namespace PulpoSync.Sandbox.Shopify;

/// <summary>An amount in the shop's and in the customer's currency.</summary>
internal sealed class MoneyBag(decimal amount, Order order, string shopCurrency)
{
    public Money Shop => new(amount, shopCurrency);

    public Money Presentment => new(Math.Round(amount * order.ExchangeRate, 2), order.PresentmentCurrency);
}
