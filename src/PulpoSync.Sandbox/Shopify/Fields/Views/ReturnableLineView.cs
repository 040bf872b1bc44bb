namespace PulpoSync.Sandbox.Shopify;

/// <summary>So many of a shipped line that can come back.</summary>
internal sealed record ReturnableLineView(FulfillmentLine Line, int Quantity);
