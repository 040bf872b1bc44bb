namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// The library of reasons for returns, as far as it stands for the older enum: ids, handles and names as seen. Shopify's own has many more.
/// </summary>
internal static class ReturnReasons
{
    public static IReadOnlyList<ReturnReasonView> All { get; } =
    [
        new(1, ReturnReason.Unknown, "unknown", "Unknown"),
        new(2, ReturnReason.Unwanted, "changed-my-mind", "Changed my mind"),
        new(3, ReturnReason.NotAsDescribed, "item-not-as-described", "Item not as described"),
        new(4, ReturnReason.WrongItem, "received-the-wrong-item", "Received the wrong item"),
        new(5, ReturnReason.Other, "other-reason", "Other"),
        new(6, ReturnReason.Defective, "damaged-or-defective", "Damaged or defective"),
        new(7, ReturnReason.SizeTooSmall, "too-small", "Too small"),
        new(8, ReturnReason.SizeTooLarge, "too-big", "Too big"),
        new(9, ReturnReason.Style, "style", "Style"),
        new(10, ReturnReason.Color, "color", "Color"),
    ];

    public static ReturnReasonView Of(ReturnReason reason) => All.First(r => r.Reason == reason);
}
