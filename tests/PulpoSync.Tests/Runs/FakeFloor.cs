using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>A packing floor in memory: its boxes want labels, and get them stuck on when it is told.</summary>
internal sealed class FakeFloor : IConnector, ISource<PackedBox>, IAcknowledge<PackedBox>
{
    public Dictionary<string, PackedBox> Boxes { get; } = [];
    /// <summary>What it was told of each box, by number.</summary>
    public List<(string Number, string Told)> Told { get; } = [];
    /// <summary>Happens before and after it listens.</summary>
    public Action<string> Around { get; set; } = _ => { };

    public void Put(PackedBox box) => Boxes[box.Key] = box;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(new CheckResult { Account = "shopify:acme" });

    public Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Failure>>([]);

    public ISource<TRecord>? Source<TRecord>() => this as ISource<TRecord>;

    public IDestination<TRecord>? Destination<TRecord>() => null;

    public async IAsyncEnumerable<Page<PackedBox>> ReadAsync(
        ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = request.Cursor is { } cursor ? DateTimeOffset.Parse(cursor, CultureInfo.InvariantCulture) : request.StartFrom;
        foreach (var page in Boxes.Values.Where(box => box.UpdatedAt >= since).OrderBy(box => box.UpdatedAt).ToList().Chunk(3))
        {
            await Task.Yield();
            yield return new Page<PackedBox>(page, page[^1].UpdatedAt.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    public Task<Page<PackedBox>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<PackedBox>([.. keys.Where(Boxes.ContainsKey).Select(key => Boxes[key])], null));

    public Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Boxes.Values.Where(box => box.Number == text).Select(box => box.Key)]);

    public Task AcknowledgeAsync(PackedBox record, RecordRef reference, WriteResult result, CancellationToken cancellationToken)
    {
        Around("before");
        if (result.Id is { } label && !Boxes[record.Key].TrackingNumbers.Contains(label)) Boxes[record.Key] = Boxes[record.Key] with { TrackingNumbers = [label] };
        Told.Add((record.Number, result.Id ?? result.Failure!.Code));
        Around("after");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
