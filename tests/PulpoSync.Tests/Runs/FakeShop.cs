using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>A shop in memory: orders by key, read in pages by the time of their last change.</summary>
internal class FakeShop : IConnector, ISource<Order>
{
    public Dictionary<string, Order> Orders { get; } = [];
    public CheckResult Check { get; set; } = new() { Account = "shopify:acme", Locations = [new Place("loc-Berlin", "Berlin")] };
    public int PageSize { get; set; } = 2;
    public List<string> ReadSingly { get; } = [];
    public ReadRequest? Asked { get; private set; }
    public Action<int>? BeforePage { get; set; }

    public void Put(Order order) => Orders[order.Key] = order;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(Check);

    public Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Failure>>([]);

    public ISource<TRecord>? Source<TRecord>() => this as ISource<TRecord>;

    public IDestination<TRecord>? Destination<TRecord>() => null;

    public virtual async IAsyncEnumerable<Page<Order>> ReadAsync(
        ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked = request;
        var since = request.Since ?? (request.Cursor is { } cursor ? DateTimeOffset.Parse(cursor, CultureInfo.InvariantCulture) : request.StartFrom);
        var number = 0;
        foreach (var page in Orders.Values.Where(order => order.UpdatedAt >= since).OrderBy(order => order.UpdatedAt).ToList().Chunk(PageSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            BeforePage?.Invoke(++number);
            await Task.Yield();
            yield return new Page<Order>(page, page[^1].UpdatedAt.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    public Task<Page<Order>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ReadSingly.AddRange(keys);
        return Task.FromResult(new Page<Order>([.. keys.Where(Orders.ContainsKey).Select(key => Orders[key])], null));
    }

    public Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Orders.Values.Where(order => order.Number == text || order.Key == text).Select(order => order.Key)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
