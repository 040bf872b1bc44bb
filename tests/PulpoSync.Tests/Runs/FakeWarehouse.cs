using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>A warehouse in memory with a state machine, unique numbers and faults on demand.</summary>
internal sealed class FakeWarehouse : IConnector, IDestination<Order>, IWatch
{
    private int _lastId;

    public sealed record Stored(string Id, RecordRef Ref, string Warehouse, Dictionary<string, int> Lines, string State);

    public Dictionary<string, Stored> Orders { get; } = [];
    public CheckResult Check { get; set; } = new() { Account = "pulpo:acme", Warehouses = [new Place("1", "Berlin"), new Place("2", "Hamburg")] };
    public List<string> Calls { get; } = [];
    /// <summary>Refuses or loses single writes; null: as it should be.</summary>
    public Func<Write<Order>, WriteResult?> Fault { get; set; } = _ => null;
    /// <summary>Does the write and then loses the answer.</summary>
    public Func<Write<Order>, bool> LoseAnswer { get; set; } = _ => false;
    public Exception? Throw { get; set; }
    public int BatchesAtOnce { get; set; } = 1;
    /// <summary>What a batch waits for before it is written.</summary>
    public Func<IReadOnlyList<Write<Order>>, Task> Wait { get; set; } = _ => Task.CompletedTask;
    /// <summary>Numbers of what somebody has changed here; null: nobody.</summary>
    public IReadOnlyList<string>? Changed { get; set; }

    public async IAsyncEnumerable<WatchPage> ChangedAsync(
        string? cursor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Changed is null) yield break;
        Calls.Add($"Changed since {cursor}");
        await Task.Yield();
        yield return new WatchPage(Changed, $"{int.Parse(cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1}");
    }

    public IEnumerable<string> Alive => Orders.Values.Where(order => order.State != "cancelled").OrderBy(order => order.Ref.Number, StringComparer.Ordinal)
        .Select(order => $"{order.Ref.Number} {order.Warehouse} {order.Lines.Values.Sum()}");

    public void SetState(string number, string state) => Orders[number] = Orders[number] with { State = state };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(Check);

    public Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Failure>>([]);

    public ISource<TRecord>? Source<TRecord>() => null;

    public IDestination<TRecord>? Destination<TRecord>() => this as IDestination<TRecord>;

    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        Calls.AddRange(references.Select(reference => $"Find {reference.Number}"));
        return Task.FromResult<IReadOnlyList<Found>>([.. references.Select(Find)]);
    }

    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<Order>> batch, CancellationToken cancellationToken)
    {
        if (Throw is not null) throw Throw;
        await Wait(batch);
        lock (Calls) return [.. batch.Select(Write)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Found Find(RecordRef reference) => !Orders.TryGetValue(reference.Number, out var order) ? Found.Nothing
        : (order.Ref.SourceAccount, order.Ref.SourceKey, order.Ref.Part) == (reference.SourceAccount, reference.SourceKey, reference.Part)
            ? new Found(FoundKind.Ours, order.Id, order.State)
            : new Found(FoundKind.Foreign, order.Id, order.State, order.Ref.SourceAccount);

    private WriteResult Write(Write<Order> write)
    {
        Calls.Add($"{write.Operation} {write.Ref.Number}");
        if (Fault(write) is { } fault) return fault;
        var result = write.Operation is WriteOperation.Create ? Create(write) : Change(write);
        return LoseAnswer(write) ? WriteResult.Unknown(new Failure(FailureKind.Transient, "Timeout", "No answer.")) : result;
    }

    private WriteResult Create(Write<Order> write)
    {
        var found = Find(write.Ref);
        if (found.Kind is FoundKind.Ours) return WriteResult.Done(found.Id!);
        if (found.Kind is FoundKind.Foreign) return WriteResult.Refused(new Failure(FailureKind.Conflict, RefusalCodes.OrderNumberTaken, $"{write.Ref.Number} is taken."));
        var id = $"{++_lastId}";
        Orders[write.Ref.Number] = new Stored(id, write.Ref, write.Record.Delivery!.Warehouse, LinesOf(write), "queue");
        return WriteResult.Done(id);
    }

    private WriteResult Change(Write<Order> write)
    {
        var order = Orders[write.Ref.Number];
        var cancels = write.Operation is not WriteOperation.Update;
        var code = (write.Operation, order.State) switch
        {
            (_, "queue") or (WriteOperation.Cancel, "paused" or "picking" or "packing") or (WriteOperation.Withdraw, "paused") => null,
            (WriteOperation.Update, "paused") => RefusalCodes.Paused,
            (WriteOperation.Update, "cancelled") => RefusalCodes.CancelledAtDestination,
            (_, "cancelled") => null,
            (WriteOperation.Cancel, _) => RefusalCodes.CancelTooLate,
            _ => RefusalCodes.NotQueued,
        };
        if (code is not null) return WriteResult.Refused(new Failure(FailureKind.Conflict, code, $"{order.Ref.Number} is in {order.State}.")) with { Holds = order.Lines };
        Orders[write.Ref.Number] = cancels ? order with { State = "cancelled" } : order with { Lines = LinesOf(write) };
        return WriteResult.Done(order.Id);
    }

    private static Dictionary<string, int> LinesOf(Write<Order> write) => write.Record.Lines.ToDictionary(line => line.Key, line => line.Quantity);
}
