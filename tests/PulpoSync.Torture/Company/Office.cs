using PulpoSync.Sandbox;
using Xunit.Sdk;

namespace PulpoSync.Torture.Company;

/// <summary>A store that several processes work with: a shop, a tenant and the order import between them, all on one clock.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Orders = "Orders";
    public const string CreateOrders = "POST /api/v1/sales/bulk/orders";

    // Requests are held while other processes start and end, however busy the machine is: they must not pass for answers that never came.
    private const int Times = 3;

    private readonly DateTimeOffset _startFrom;
    private readonly int _seed;
    private int _waves;

    private Office(Rehearsal rehearsal, QuickClock clock, int seed)
    {
        (Rehearsal, Clock, _seed) = (rehearsal, clock, seed);
        _startFrom = clock.GetUtcNow().AddDays(-1);
    }

    public Rehearsal Rehearsal { get; }
    public QuickClock Clock { get; }

    /// <summary>Settings of an order import.</summary>
    public (string Name, string Value)[] Settings => World.Settings(_startFrom);

    public static async Task<Office> StartAsync(Random random)
    {
        var clock = new QuickClock(new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero), Times);
        var rehearsal = await Rehearsal.StartAsync(time: clock);
        clock.Share(rehearsal.StorePath + ".clock");
        var office = new Office(rehearsal, clock, random.Next());
        await rehearsal.AddOrdersAsync(settings: office.Settings);
        return office;
    }

    /// <summary>Customers buy something.</summary>
    public void Buy(int orders)
    {
        var now = Clock.GetUtcNow();
        Rehearsal.Shop.Seed(new ShopSeed { Orders = orders, Seed = _seed + _waves++, From = now.AddMinutes(-1), Spread = TimeSpan.FromMinutes(1) });
    }

    /// <summary>Starts a process of its own.</summary>
    public ChildProcess Start(params string[] arguments) => Start(null, arguments);

    /// <summary>Starts a process of its own.</summary>
    /// <param name="haltAt">Where it is to halt; null: nowhere.</param>
    /// <param name="arguments">Arguments of <c>pulposync</c>.</param>
    public ChildProcess Start(string? haltAt, string[] arguments) =>
        Worker.Start(Clock, haltAt, [.. arguments, "--store", Rehearsal.StorePath, "--json"]);

    /// <summary>Starts several at the same moment and waits for their ends.</summary>
    /// <returns>They are the caller's to dispose of.</returns>
    public async Task<IReadOnlyList<ChildProcess>> TogetherAsync(int count, Tally tally, params string[] arguments)
    {
        var all = Enumerable.Range(0, count).Select(_ => Start(arguments)).ToList();
        await Task.WhenAll(all.Select(process => process.Exited));
        foreach (var process in all) tally.Hear(process);
        DemandOneAtATime(all, tally);
        return all;
    }

    /// <summary>Holds both worlds against each other.</summary>
    public void Compare(Tally tally)
    {
        tally.Orders += Rehearsal.Shop.Orders.Count;
        try
        {
            World.AssertEqual(Rehearsal, _startFrom);
        }
        catch (XunitException wrong)
        {
            tally.Demand(false, wrong.Message);
        }
    }

    /// <summary>By what the processes themselves say, no two of them ran at the same time. The store cannot tell: it calls ended what another one takes over.</summary>
    public static void DemandOneAtATime(IReadOnlyList<ChildProcess> all, Tally tally)
    {
        var runs = all.SelectMany(process => Tally.Of(process, "runStarted").Zip(Tally.Of(process, "runFinished")))
            .Select(run => (From: run.First.GetProperty("at").GetDateTimeOffset(), To: run.Second.GetProperty("at").GetDateTimeOffset())).OrderBy(run => run.From).ToList();
        foreach (var (before, after) in runs.Zip(runs.Skip(1)))
        {
            tally.Demand(before.To <= after.From, $"one ran from {before.From:HH:mm:ss.fff} to {before.To:HH:mm:ss.fff}, the next one from {after.From:HH:mm:ss.fff}");
        }
    }

    public async ValueTask DisposeAsync() => await Rehearsal.DisposeAsync();
}
