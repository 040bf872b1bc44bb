using System.Globalization;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Company;

/// <summary>
/// The slow first import of one store (Billbee, whose answers take their time) beside 299 other stores: shown by the sequence that they do not wait for it, neither in
/// the process that runs it nor in the next one.
/// </summary>
internal static class SlowImport
{
    private const int Others = 299;
    private const int Tenants = 3;
    private const string Slow = "Slow";
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(24);

    public static async Task PlayAsync(Random random, Tally tally)
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(times: 1);
        await using var end = rehearsal;
        clock.Share(rehearsal.StorePath + ".clock");
        rehearsal.Account.Seed(new BillbeeSeed { Orders = 60, Plain = true, Seed = random.Next() });
        // In pages, each as slow as the first: it has to last longer than all the others, on a busy machine too.
        await rehearsal.AddAsync(IntegrationType.SalesOrders, Slow, "Billbee", ("Warehouse", "Berlin"), ("StartFrom", "2026-11-01"), ("PageSize", "20"));
        await rehearsal.Runtime.SetConfigAsync(new ConfigDefinition { Name = Slow, Every = 1 }, CancellationToken.None);
        await SetUpOthersAsync(rehearsal, clock, random);
        using var first = Start(rehearsal, clock);
        using var stop = new CancellationTokenSource();
        var slowness = SlowDownAsync(rehearsal, stop.Token);
        await OthersEndAsync(first);
        var isSlowAtWork = IsSlowAtWork(first);
        tally.Demand(isSlowAtWork && EndedIn(first) == Others, $"{EndedIn(first)} of {Others} have ended beside the slow one, which is {(isSlowAtWork ? "" : "not ")}at work");
        // Due again, long before the lease of the slow one could end.
        clock.Pass(TimeSpan.FromSeconds(70));
        using var second = Start(rehearsal, clock);
        await second.Exited;
        tally.Hear(second);
        tally.Demand(IsSlowAtWork(first) && EndedIn(second) == Others, $"the second process ran {EndedIn(second)} of {Others} beside the slow one");
        tally.Demand(Tally.Of(second, "runSkipped").Any(line => Tally.Text(line, "integration") == Slow), "the second process does not say that the slow one is held");
        await stop.CancelAsync();
        await slowness;
        await first.Exited;
        tally.Hear(first);
        tally.Demand(first.ExitCode == 0 && second.ExitCode == 0, $"exit codes {first.ExitCode} and {second.ExitCode}");
        Compare(rehearsal, tally);
    }

    private static ChildProcess Start(Rehearsal rehearsal, QuickClock clock) =>
        Worker.Start(clock, null, "run", "--due", "--throttle-limit", "8", "--store", rehearsal.StorePath, "--json");

    // Three tenants for all of them, and one order in each shop.
    private static async Task SetUpOthersAsync(Rehearsal rehearsal, QuickClock clock, Random random)
    {
        for (var tenant = 1; tenant <= Tenants; tenant++)
        {
            var added = rehearsal.Sandbox.AddTenant(new TenantOptions { Name = Name("tenant", tenant) });
            added.Seed(World.Tenant);
            await rehearsal.AddTenantAsync(Name("Tenant", tenant), added);
        }

        for (var i = 1; i <= Others; i++)
        {
            var shop = rehearsal.Sandbox.AddShop(new ShopOptions { Name = Name("shop", i), Throttling = false });
            shop.Seed(new ShopSeed { Orders = 1, Products = 5, Plain = true, Seed = random.Next(), From = clock.GetUtcNow(), Spread = TimeSpan.Zero });
            await rehearsal.AddShopAsync(Name("Shop", i), shop);
            await rehearsal.Runtime.NewConfigAsync(
                new ConfigDefinition
                {
                    Name = Name("Orders", i), Type = IntegrationType.SalesOrders, Source = Name("Shop", i), Destination = Name("Tenant", (i % Tenants) + 1), Every = 1, TimeZone = "UTC",
                    Settings = World.Settings(clock.GetUtcNow().AddDays(-1)).Append(("NumberPrefix", Name("S", i) + "-")).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2),
                }, CancellationToken.None);
        }
    }

    // Each answer of Billbee's comes late, but never so late that a call is given up.
    private static async Task SlowDownAsync(Rehearsal rehearsal, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var held = rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.HangAfter, System = "billbee" });
            await Task.WhenAny(held.Reached, Task.Delay(Timeout.Infinite, stop));
            await Task.WhenAny(Task.Delay(Slowness, stop));
            rehearsal.Sandbox.Faults.Remove(held.Id);
        }
    }

    private static async Task OthersEndAsync(ChildProcess process)
    {
        while (EndedIn(process) < Others && IsSlowAtWork(process)) await Task.Delay(200);
    }

    // Before it has begun it is as good as at work: it has not ended.
    private static bool IsSlowAtWork(ChildProcess process) =>
        !process.Exited.IsCompleted && !Tally.Of(process, "runFinished").Any(line => Tally.Text(line, "integration") == Slow);

    private static int EndedIn(ChildProcess process) => Tally.Of(process, "runFinished").Count(line => Tally.Text(line, "integration") != Slow);

    private static void Compare(Rehearsal rehearsal, Tally tally)
    {
        var shops = rehearsal.Sandbox.Shops.Count;
        var slowTenant = rehearsal.Sandbox.Tenants["pulpo"];
        var there = rehearsal.Sandbox.Tenants.Values.Where(tenant => tenant != slowTenant).SelectMany(tenant => tenant.Orders).Select(order => order.Number).ToList();
        tally.Orders += shops + rehearsal.Account.Orders.Count;
        tally.Demand(there.Count == shops && there.Distinct().Count() == shops, $"{there.Count} orders, {there.Distinct().Count()} numbers of {shops} shops");
        var slow = slowTenant.Orders.Select(order => order.Number).ToList();
        var due = rehearsal.Account.Orders.Count;
        tally.Demand(slow.Count == due && slow.Distinct().Count() == due, $"{slow.Count} orders of the slow store, {due} are due");
    }

    private static string Name(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word}{number}");
}
