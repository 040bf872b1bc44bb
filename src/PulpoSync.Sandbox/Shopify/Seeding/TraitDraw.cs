namespace PulpoSync.Sandbox.Shopify;

/// <summary>Draws which peculiarities an order has.</summary>
internal sealed class TraitDraw(ShopSeed seed)
{
    private static readonly OrderTrait[] All = Enum.GetValues<OrderTrait>();
    private static readonly IReadOnlySet<OrderTrait> None = new HashSet<OrderTrait>();

    // An order has at most one of each group.
    private static readonly OrderTrait[][] Exclusive =
    [
        [
            OrderTrait.PartlyFulfilled, OrderTrait.Fulfilled, OrderTrait.InProgress, OrderTrait.RareFulfillmentStatus, OrderTrait.OnHold,
            OrderTrait.Scheduled, OrderTrait.Cancelled, OrderTrait.PartlyRefunded, OrderTrait.ManyFulfillmentOrders,
        ],
        [OrderTrait.Split, OrderTrait.OtherLocation, OrderTrait.NotShipped, OrderTrait.DigitalOnly],
        [OrderTrait.NoShippingAddress, OrderTrait.NotShipped, OrderTrait.DigitalOnly],
        [OrderTrait.DeliveryTag, OrderTrait.InvalidDeliveryTag, OrderTrait.TwoDeliveryTags],
        [OrderTrait.Unpaid, OrderTrait.PartlyRefunded],
        [OrderTrait.ManyLines, OrderTrait.ManyFulfillmentOrders],
        .. new[]
        {
            OrderTrait.PhysicalGiftCard, OrderTrait.CustomLine, OrderTrait.EmptySku, OrderTrait.UnknownSku, OrderTrait.ManyLines,
            OrderTrait.ManyFulfillmentOrders, OrderTrait.PartlyFulfilled,
        }.Select(physical => new[] { OrderTrait.DigitalOnly, physical }),
    ];

    private static readonly Dictionary<OrderTrait, HashSet<OrderTrait>> Rivals = All.ToDictionary(
        t => t, t => Exclusive.Where(group => group.Contains(t)).SelectMany(group => group).Where(other => other != t).ToHashSet());

    private readonly OrderTrait[] _certain = [.. All.Where(t => seed.ShareOf(t) > 0)];

    public IReadOnlySet<OrderTrait> Draw(int index, Random random)
    {
        HashSet<OrderTrait>? traits = index < _certain.Length ? [_certain[index]] : null;
        foreach (var trait in All)
        {
            // Drawn in any case, so that one share does not change what the others give.
            var isDrawn = random.NextDouble() < seed.ShareOf(trait);
            if (isDrawn && traits?.Overlaps(Rivals[trait]) != true) (traits ??= []).Add(trait);
        }
        return traits ?? None;
    }
}
