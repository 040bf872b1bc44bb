using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Sandbox;

public sealed partial class BillbeeAccount
{
    private static readonly IReadOnlySet<BillbeeTrait> NoTraits = new HashSet<BillbeeTrait>();

    private readonly Dictionary<long, IReadOnlySet<BillbeeTrait>> _traits = [];

    /// <summary>Fills the account with articles and orders and gives the orders back. Times lie in the past, as the seed says.</summary>
    public IReadOnlyList<BillbeeOrder> Seed(BillbeeSeed seed) => Locked(w =>
    {
        BillbeeCatalog.Fill(w, seed);
        var maker = new BillbeeOrderMaker(w, seed);
        var from = seed.From?.UtcDateTime ?? (w.Now - seed.Spread);
        var step = seed.Orders > 1 ? seed.Spread / (seed.Orders - 1) : TimeSpan.Zero;
        List<BillbeeOrder> orders = [];
        for (var i = 0; i < seed.Orders; i++)
        {
            var (order, traits) = maker.Make(i, BillbeeTime.Whole(from + (step * i)));
            _traits[order.BillBeeOrderId!.Value] = traits;
            orders.Add(order);
        }
        if (seed.Stock is { } stock) BillbeeCatalog.Count(w, stock);
        return orders;
    });

    /// <summary>The peculiarities of a seeded order; none of another one.</summary>
    public IReadOnlySet<BillbeeTrait> TraitsOf(long id) => Locked(_ => _traits.GetValueOrDefault(id, NoTraits));
}
