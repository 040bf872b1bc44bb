using PulpoSync.Records;

namespace PulpoSync.Tests.Support;

/// <summary>Returns for tests: complete and ordinary.</summary>
internal static class SomeReturn
{
    public const string Account = "shopify:acme.myshopify.com";

    public static ReturnedGoods Goods(int quantity = 1, string? line = "L1", string sku = "MUG-1", bool accepted = true, string? reason = null, string? note = null) =>
        new() { LineKey = line, Sku = sku, Quantity = quantity, IsAccepted = accepted, Reason = reason, Note = note };

    public static GoodsReturn Of(params ReturnedGoods[] lines) => new()
    {
        Key = "501/RE-000123",
        Number = "RE-000123",
        OrderAccount = Account,
        OrderKey = "gid://shopify/Order/1",
        OrderNumber = "1001",
        ReceivedAt = Some.Morning,
        UpdatedAt = Some.Morning,
        Lines = lines.Length == 0 ? [Goods()] : lines,
    };
}
