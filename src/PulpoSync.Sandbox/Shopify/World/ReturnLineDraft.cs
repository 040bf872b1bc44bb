namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a return to be made.</summary>
public sealed record ReturnLineDraft(FulfillmentLine Shipped, int Quantity, ReturnReason Reason = ReturnReason.Unknown, string Note = "");
