namespace PulpoSync.Sandbox.Shopify;

/// <summary>What is to be shipped of a fulfilment order.</summary>
/// <param name="FulfillmentOrder">The fulfilment order.</param>
/// <param name="Lines">The lines; null for all that remains.</param>
public sealed record FulfillmentPart(FulfillmentOrder FulfillmentOrder, IReadOnlyList<FulfillmentPartLine>? Lines = null)
{
    internal IEnumerable<FulfillmentPartLine> EffectiveLines =>
        Lines ?? FulfillmentOrder.Items.Where(i => i.RemainingQuantity > 0).Select(i => new FulfillmentPartLine(i, i.RemainingQuantity));
}
