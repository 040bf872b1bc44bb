using PulpoSync.Sandbox;
using PulpoSync.Torture.Mutations.Recording;
using Xunit.Sdk;

namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>
/// Whole runs against the sandbox, one of whose answers is spoilt. What the warehouse has after that run are orders as they are in the shop, or fewer; after two
/// runs without faults both sides are equal.
/// </summary>
internal sealed class RunCases : ICases, IAsyncDisposable
{
    private const int CasesPerWorld = 40;
    private const int OrdersPerCase = 2;
    private const string Integration = "Orders";
    private static readonly DateTimeOffset StartFrom = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Of an order only what takes away: what says something else is what the answer says.
    private static readonly string[] TakesAway = ["a member dropped", "null", "a list of nulls", "null in a list", "objects for lists and lists for objects", "cut short", "another body", "a byte that is no UTF-8 in a text"];
    private static readonly IReadOnlyList<Mutation> OfTheWarehouse = [.. JsonMutations.All, .. ByteMutations.All];
    private static readonly IReadOnlyList<Mutation> OfTheShop = [.. OfTheWarehouse.Where(mutation => TakesAway.Contains(mutation.Name))];

    private readonly ContractClock _clock = new();
    private Rehearsal? _world;
    private List<(string System, string Operation)> _operations = [];
    private int _made;

    public string Name => "runs";

    public async Task<CaseResult> RunAsync(Random random, CancellationToken cancellationToken)
    {
        if (_world is null || _made++ % CasesPerWorld == 0) await BeginAsync().ConfigureAwait(false);
        var world = _world!;
        world.Shop.Seed(new ShopSeed { Seed = random.Next(), Orders = OrdersPerCase, Plain = true });
        var (system, operation) = _operations[random.Next(_operations.Count)];
        var mutations = Mutation.Draw(system == "shopify" ? OfTheShop : OfTheWarehouse, random);
        var seed = random.Next();
        world.Sandbox.Faults.Add(new Fault
        {
            Kind = FaultKind.Spoilt, System = system, Operation = operation, Count = random.Next(2),
            Spoil = body => AnswerCases.Spoilt(Answer.Json(body.ToArray()), mutations, seed).Body,
        });
        var what = $"{system} {operation}: {string.Join(", ", mutations.Select(mutation => mutation.Name))}";
        var run = await world.RunAsync(Integration).ConfigureAwait(false);
        world.Sandbox.Faults.Clear();
        var finding = Unforeseen(world, run) ?? Differing(world) ?? await SettledAsync(world).ConfigureAwait(false);
        if (finding is not null) await DisposeAsync().ConfigureAwait(false);
        return new CaseResult(what, Outcome(run), finding);
    }

    public async ValueTask DisposeAsync()
    {
        if (_world is not null) await _world.DisposeAsync().ConfigureAwait(false);
        _world = null;
    }

    private async Task BeginAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        _world = await Rehearsal.StartAsync(time: _clock).ConfigureAwait(false);
        await _world.AddOrdersAsync(Integration, settings: World.Settings(StartFrom)).ConfigureAwait(false);
        _world.Shop.Seed(new ShopSeed { Seed = 1, Orders = 5, Plain = true });
        _world.Sandbox.Traffic.Reset();
        await _world.RunAsync(Integration).ConfigureAwait(false);
        _operations = [.. _world.Sandbox.Traffic.ByOperation.Keys.Order(StringComparer.Ordinal).Select(key => key.Split(' ', 2)).Select(parts => (parts[0], parts[1]))];
    }

    private static string Outcome(IntegrationRun run) => run.Status switch
    {
        RunStatus.Failed => AnswerCases.RunRefused,
        RunStatus.FinishedPartially => Played.RecordRefused,
        _ when run.Counts.Failed > 0 => Played.RecordRefused,
        _ => AnswerCases.AsEver,
    };

    private static string? Unforeseen(Rehearsal world, IntegrationRun run) => run.Error?.Code != ErrorIds.InternalError ? null
        : $"{run.Error} {string.Join(' ', world.Events.OfType<RunFault>().Select(detail => detail.Message)).ReplaceLineEndings(" ")}";

    private static string? Differing(Rehearsal world)
    {
        var terms = new Terms { StartFrom = StartFrom };
        var due = world.Shop.Orders.SelectMany(order => Expected.Of(order, terms).Orders).ToDictionary(order => order.Number);
        foreach (var found in world.Tenant.Orders.Where(order => order.State != "cancelled"))
        {
            var lines = Expected.LinesText(found.Lines.Select(line => (line.Sku!, (int)line.Quantity)));
            if (!due.TryGetValue(found.Number, out var wanted)) return $"{found.Number} is in the warehouse, and nobody ordered it";
            if ((wanted.Warehouse, wanted.Lines) != (found.Warehouse, lines)) return $"{found.Number} should be {wanted.Lines} from {wanted.Warehouse}, is {lines} from {found.Warehouse}";
        }

        return null;
    }

    private async Task<string?> SettledAsync(Rehearsal world)
    {
        for (var round = 0; round < 2; round++)
        {
            _clock.Pass(TimeSpan.FromDays(1));
            world.Runtime.ResetCursor(Integration);
            var run = (await world.RunAsync(new StartRequest { Names = [Integration], RetryFailed = true }).ConfigureAwait(false)).Single();
            if (run.Status is RunStatus.Failed) return $"a run without faults afterwards: {run.Error}";
        }

        try
        {
            World.AssertEqual(world, StartFrom);
            return null;
        }
        catch (XunitException e)
        {
            return $"in the end {e.Message.ReplaceLineEndings(" ")}";
        }
    }
}
