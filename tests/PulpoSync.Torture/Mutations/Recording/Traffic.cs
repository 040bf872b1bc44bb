using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Runs;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Setup;
using PulpoSync.Engine.Storage;
using PulpoSync.Torture.Worlds.Billbee;
using PulpoSync.Torture.Worlds.Shopify;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>Some days of two merchants' lives, with every call of every connector kept.</summary>
internal static class Traffic
{
    private const int Days = 3;
    private const int Orders = 8;

    /// <summary>Lives through them.</summary>
    public static async Task<IReadOnlyList<Scene>> RecordAsync(int seed, CancellationToken cancellationToken) =>
        [.. await ShopifyAsync(new Random(seed), cancellationToken).ConfigureAwait(false), .. await BillbeeAsync(new Random(seed), cancellationToken).ConfigureAwait(false)];

    private static async Task<List<Scene>> ShopifyAsync(Random random, CancellationToken cancellationToken)
    {
        var circle = await Circle.StartAsync("Available").ConfigureAwait(false);
        await using var end = circle.ConfigureAwait(false);
        var (shop, floor) = (new ShopLife(circle, random), new FloorLife(circle, random));
        shop.Furnish();
        await circle.RunAsync().ConfigureAwait(false);
        floor.Stock();
        circle.Clock.Pass(TimeSpan.FromHours(2));
        await circle.RunAsync().ConfigureAwait(false);
        return await DaysAsync(
            circle.Runtime.GetStore().Path, circle.Clock,
            () =>
            {
                shop.Buy(Orders);
                shop.SellAtTheTill(2);
                shop.Work(Orders / 2);
            },
            () =>
            {
                floor.TakeBack(2);
                floor.Work(0.7);
                floor.Stock();
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<Scene>> BillbeeAsync(Random random, CancellationToken cancellationToken)
    {
        var merchant = await Merchant.StartAsync("Available").ConfigureAwait(false);
        await using var end = merchant.ConfigureAwait(false);
        var (people, floor) = (new AccountLife(merchant, random), new Floor(merchant, random));
        people.Furnish();
        await merchant.RunAsync().ConfigureAwait(false);
        floor.Stock();
        return await DaysAsync(
            merchant.StorePath, merchant.Clock,
            () =>
            {
                people.Buy(Orders);
                people.Work(Orders / 4);
            },
            () => floor.Work(0.7), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<Scene>> DaysAsync(string storePath, QuickClock clock, Action sell, Action ship, CancellationToken cancellationToken)
    {
        var scenes = new List<Scene>();
        using var store = SqliteStore.Open(storePath, clock);
        var systems = new SystemCatalog([.. new ISystem[] { new ShopifySystem(), new BillbeeSystem(), new PulpoSystem() }.Select(system => new Film(system, scenes))]);
        var redactor = new Redactor();
        var connections = new Connections(store, new SecretResolver(null), redactor, clock);
        var coordinator = new Coordinator(store, new RunLauncher(systems, store, connections, redactor, "mutations", clock), clock);
        for (var day = 0; day < Days; day++)
        {
            foreach (var deed in new[] { sell, ship })
            {
                deed();
                clock.Pass(TimeSpan.FromMinutes(61));
                await foreach (var _ in coordinator.StartAsync(new StartRequest { Due = true, ThrottleLimit = 1 }, cancellationToken).ConfigureAwait(false)) { }
            }
        }

        return scenes;
    }
}
