namespace PulpoSync.Sandbox;

/// <summary>What an account is filled with. The same seed gives the same articles and orders.</summary>
public sealed record BillbeeSeed
{
    private static readonly Dictionary<BillbeeTrait, double> DefaultShares = new()
    {
        [BillbeeTrait.Guest] = 0.1,
        [BillbeeTrait.Coupon] = 0.05,
        [BillbeeTrait.DigitalLine] = 0.04,
        [BillbeeTrait.DigitalOnly] = 0.02,
        [BillbeeTrait.BillOfMaterial] = 0.05,
        [BillbeeTrait.Child] = 0.02,
        [BillbeeTrait.CancellationDocument] = 0.02,
        [BillbeeTrait.NoOrderNumber] = 0.03,
        [BillbeeTrait.OtherState] = 0.2,
        [BillbeeTrait.MissingSku] = 0.01,
        [BillbeeTrait.UnknownSku] = 0.01,
        [BillbeeTrait.TwinLines] = 0.03,
        [BillbeeTrait.NullScalars] = 0.01,
        [BillbeeTrait.NoShippingAddress] = 0.01,
        [BillbeeTrait.FractionalQuantity] = 0.005,
        [BillbeeTrait.LongText] = 0.01,
        [BillbeeTrait.Shipped] = 0.05,
        [BillbeeTrait.Tagged] = 0.15,
    };

    /// <summary>The SKU of the article that no warehouse knows.</summary>
    public const string UnknownSku = ShopSeed.UnknownSku;

    /// <summary>The SKU of the article that is not a thing.</summary>
    public const string DigitalSku = "DIGITAL-00001";

    /// <summary>The SKU of the article that is made of two others.</summary>
    public const string BomSku = "SET-00001";

    /// <summary>Seed of all draws.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many orders.</summary>
    public int Orders { get; init; } = 100;

    /// <summary>The number of the first ordinary article.</summary>
    public int FirstProduct { get; init; } = 1;

    /// <summary>How many ordinary articles, of the SKUs <see cref="SkuOf"/> the first one and on; made where they are not there yet.</summary>
    public int Products { get; init; } = 200;

    /// <summary>How many of each article there are at the default location; null for none said.</summary>
    public decimal? Stock { get; init; }

    /// <summary>How many shop accounts; the orders go to them in turn.</summary>
    public int ShopAccounts { get; init; } = 3;

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
    public IReadOnlyDictionary<BillbeeTrait, double> Shares { get; init; } = new Dictionary<BillbeeTrait, double>();

    /// <summary>The SKU of an ordinary article, counted from 1: those that a warehouse would know, the same as a seeded shop's.</summary>
    public static string SkuOf(int product) => ShopSeed.SkuOf(product);

    internal double ShareOf(BillbeeTrait trait) => Shares.TryGetValue(trait, out var share) ? share : Plain ? 0 : DefaultShares[trait];
}
