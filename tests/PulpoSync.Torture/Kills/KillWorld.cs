using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Kills;

/// <summary>A world in which life goes on between the kills, and what it has to be like in the end.</summary>
internal abstract class KillWorld : IAsyncDisposable
{
    /// <summary>How much faster the clock goes. A new process has to compile all that it does, which must not pass for a vendor's silence.</summary>
    protected const int Times = 10;

    /// <summary>
    /// Between two deeds: longer than the connectors of Shopify and PULPO look back, so that a cursor that is ahead of what was brought over leaves something out.
    /// </summary>
    protected static readonly TimeSpan Pause = LongerThan(ShopWalk.Overlap, PulpoAssumptions.Overlap);

    // What has been packed is looked at for three days, in case that its label comes later: nobody leaves the runs that tell of it away for so long.
    private static readonly TimeSpan Silence = TimeSpan.FromHours(6);

    private DateTimeOffset _toldAt;

    /// <summary>What it is called.</summary>
    public abstract string Name { get; }

    /// <summary>Vendors.</summary>
    public abstract SandboxHost Sandbox { get; }

    /// <summary>Clock of the vendors and of each process.</summary>
    public abstract QuickClock Clock { get; }

    /// <summary>Clock of this process.</summary>
    public abstract SkewedClock Ours { get; }

    /// <summary>Path of the store.</summary>
    public abstract string StorePath { get; }

    /// <summary>The integrations in the order of a store.</summary>
    public abstract IReadOnlyList<Victim> Victims { get; }

    /// <summary>Runs within this process that failed as a whole, with what they said.</summary>
    public abstract ICollection<string> Failures { get; }

    /// <summary>What the last run within this process told.</summary>
    public abstract IReadOnlyList<RunEvent> Events { get; }

    /// <summary>For how many boxes a person had to look whether their label was made.</summary>
    public virtual int Questions => 0;

    /// <summary>Starts a run of the command line on the world's clock.</summary>
    /// <param name="haltAt">Where it is to halt; null: nowhere.</param>
    /// <param name="names">What is to run; none: what is due.</param>
    public ChildProcess Start(string? haltAt, params string[] names) =>
        Worker.Start(Clock, haltAt, ["run", .. names.Length == 0 ? ["--due"] : names, "--store", StorePath, "--json"]);

    /// <summary>Lets hours pass in which enough happens for a victim to have work, which is left to it.</summary>
    public async Task LiveAsync(Victim victim)
    {
        Clock.Pass(TimeSpan.FromMinutes(61));
        if (IsToWarehouse(victim) && Clock.GetUtcNow() - _toldAt > Silence) await CatchUpAsync();
        Shop(victim);
        var before = Victims.TakeWhile(one => one != victim).ToList();
        await RunAsync(before.Where(IsToWarehouse));
        if (IsToWarehouse(victim)) return;
        Warehouse();
        await RunAsync(before.Where(one => !IsToWarehouse(one)));
    }

    /// <summary>Lets hours pass in which enough happens for all, and which all of them work off.</summary>
    public async Task LiveAsync()
    {
        Clock.Pass(TimeSpan.FromMinutes(61));
        Shop(Victims[0]);
        await RunAsync(Victims.Where(IsToWarehouse));
        Warehouse();
        await RunAsync(Victims.Where(victim => !IsToWarehouse(victim)));
    }

    /// <summary>What leads back to the shop is told, once the orders are as the shop has them.</summary>
    public async Task CatchUpAsync()
    {
        _toldAt = Clock.GetUtcNow();
        await ReadOrdersAsync();
        Label();
        await RunAsync(Victims.Where(one => !IsToWarehouse(one)));
    }

    /// <summary>Runs one integration within this process.</summary>
    public Task RunAsync(Victim victim) => RunAsync([victim]);

    /// <summary>Runs one integration within this process, which compares everything as if all had changed.</summary>
    public Task CompareAsync(Victim victim) => RunAsync(new StartRequest { Names = [victim.Name], Full = true });

    /// <summary>People change their minds, at once, and do what they seldom do.</summary>
    public abstract void Edit();

    /// <summary>Has the orders read, also those of the till, without anything else.</summary>
    public Task ReadOrdersAsync() => RunAsync(Victims.Where(victim => victim.Type is IntegrationType.SalesOrders or IntegrationType.SalesOrdersPos));

    /// <summary>Runs until nothing is left to do, and has the warehouse ship all.</summary>
    public abstract Task SettleAsync();

    /// <summary>What is not as it has to be, seen from the two worlds alone.</summary>
    /// <param name="hits">What was killed in this world.</param>
    public abstract IReadOnlyList<string> Findings(Hits hits);

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs within this process, which holds the store only meanwhile.</summary>
    protected abstract Task RunAsync(StartRequest request);

    /// <summary>What happens in the shop.</summary>
    protected abstract void Shop(Victim victim);

    /// <summary>What happens in the warehouse.</summary>
    protected abstract void Warehouse();

    /// <summary>What has waited there for its label for long gets it.</summary>
    protected virtual void Label()
    {
    }

    /// <summary>A little longer than the longest of some times for which connectors look back.</summary>
    protected static TimeSpan LongerThan(params TimeSpan[] overlaps) => overlaps.Max() + TimeSpan.FromMinutes(1);

    private Task RunAsync(IEnumerable<Victim> victims) =>
        victims.Select(victim => victim.Name).ToList() is { Count: > 0 } names ? RunAsync(new StartRequest { Names = names }) : Task.CompletedTask;

    private static bool IsToWarehouse(Victim victim) => victim.Type is IntegrationType.Products or IntegrationType.SalesOrders or IntegrationType.SalesOrdersPos;
}
