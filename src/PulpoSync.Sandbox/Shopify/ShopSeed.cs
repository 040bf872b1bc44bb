using System.Globalization;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

/// <summary>What a shop is filled with. The same seed gives the same products and orders.</summary>
public sealed record ShopSeed
{
    private static readonly Dictionary<OrderTrait, double> DefaultShares = new()
    {
        [OrderTrait.Guest] = 0.15,
        [OrderTrait.NoShippingAddress] = 0.01,
        [OrderTrait.Split] = 0.05,
        [OrderTrait.OtherLocation] = 0.03,
        [OrderTrait.GiftCard] = 0.02,
        [OrderTrait.PhysicalGiftCard] = 0.01,
        [OrderTrait.DigitalOnly] = 0.02,
        [OrderTrait.CustomLine] = 0.02,
        [OrderTrait.EmptySku] = 0.01,
        [OrderTrait.UnknownSku] = 0.01,
        [OrderTrait.DeliveryTag] = 0.05,
        [OrderTrait.InvalidDeliveryTag] = 0.01,
        [OrderTrait.TwoDeliveryTags] = 0.005,
        [OrderTrait.Unpaid] = 0.08,
        [OrderTrait.PartlyFulfilled] = 0.02,
        [OrderTrait.Fulfilled] = 0.05,
        [OrderTrait.InProgress] = 0.01,
        [OrderTrait.RareFulfillmentStatus] = 0.005,
        [OrderTrait.OnHold] = 0.02,
        [OrderTrait.Scheduled] = 0.01,
        [OrderTrait.Test] = 0.01,
        [OrderTrait.NotShipped] = 0.04,
        [OrderTrait.Cancelled] = 0.03,
        [OrderTrait.PartlyRefunded] = 0.02,
        [OrderTrait.ForeignCurrency] = 0.05,
        [OrderTrait.LongText] = 0.01,
        [OrderTrait.ManyLines] = 0.001,
        [OrderTrait.ManyFulfillmentOrders] = 0.001,
        [OrderTrait.Risky] = 0.02,
        [OrderTrait.Notes] = 0.2,
        [OrderTrait.Discounted] = 0.1,
    };

    /// <summary>The SKU of the product that no warehouse knows.</summary>
    public const string UnknownSku = "UNKNOWN-00001";

    /// <summary>Seed of all draws.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many orders.</summary>
    public int Orders { get; init; } = 100;

    /// <summary>How many ordinary products, of the SKUs <see cref="SkuOf"/> 1 to this. Made by the first seed only.</summary>
    public int Products { get; init; } = 200;

    /// <summary>How many of them are variants of the same product; each is a product of its own by default.</summary>
    public int VariantsPerProduct { get; init; } = 1;

    /// <summary>How many of each SKU are available at each location before the first order; null for products that are stocked nowhere.</summary>
    public int? Stock { get; init; }

    /// <summary>How many different customers.</summary>
    public int Customers { get; init; } = 500;

    /// <summary>When the first order was made; by default so that the last one was made just now.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Over how long a time the orders are spread; a week by default.</summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromDays(7);

    /// <summary>True: no peculiarity but those in <see cref="Shares"/>.</summary>
    public bool Plain { get; init; }

    /// <summary>
    /// The share of orders that have a peculiarity, 0 to 1, where it is not the default. Each one with a share above zero occurs at least once,
    /// given enough orders: the first orders have one each for certain.
    /// </summary>
    public IReadOnlyDictionary<OrderTrait, double> Shares { get; init; } = new Dictionary<OrderTrait, double>();

    /// <summary>The SKU of an ordinary product, counted from 1: those that a warehouse would know.</summary>
    public static string SkuOf(int product) => $"SKU-{product.ToString("D5", CultureInfo.InvariantCulture)}";

    internal double ShareOf(OrderTrait trait) => Shares.TryGetValue(trait, out var share) ? share : Plain ? 0 : DefaultShares[trait];
}
