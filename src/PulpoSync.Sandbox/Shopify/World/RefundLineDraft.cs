namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a refund to be made.</summary>
/// <param name="Line">Of what.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Restock">What becomes of the goods.</param>
/// <param name="Location">Where they are put back; by default where they were to be, or were, shipped.</param>
public sealed record RefundLineDraft(OrderLine Line, int Quantity, RestockType Restock = RestockType.NoRestock, Location? Location = null);
