using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Reads amounts.</summary>
internal static class MoneyReader
{
    /// <summary>The amount of a money bag in the shop's currency.</summary>
    public static Money? Shop(JsonElement owner, string name) =>
        owner.Get(name, "shopMoney") is { } money && money.Amount("amount") is { } amount && money.Text("currencyCode") is { } currency
            ? new Money(amount, currency)
            : null;
}
