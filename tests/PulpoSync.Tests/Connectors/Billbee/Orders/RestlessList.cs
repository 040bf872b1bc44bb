using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Billbee.Orders;

namespace PulpoSync.Tests.Connectors.Billbee.Orders;

/// <summary>A list of orders that changes while it is read, as Billbee's may. Each read takes half a second.</summary>
internal sealed class RestlessList
{
    private readonly Dictionary<int, Action> _after = [];
    private readonly Dictionary<int, DateTimeOffset> _rows = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Billbee's clock, which is not ours.</summary>
    public DateTimeOffset Now => Time.GetUtcNow() + TimeSpan.FromHours(1);

    public IReadOnlyDictionary<int, DateTimeOffset> Rows => _rows;

    /// <summary>The order of the rows, with the number of the read.</summary>
    public Func<int, KeyValuePair<int, DateTimeOffset>, IComparable> Sort { get; set; } = (_, row) => row.Key;

    /// <summary>False: the filter is ignored.</summary>
    public bool Filters { get; set; } = true;

    /// <summary>The page that is given whatever was asked for; null: none.</summary>
    public int? AlwaysPage { get; set; }

    public List<(DateTimeOffset Since, int Page, int Size)> Asked { get; } = [];

    /// <summary>Adds rows, the first of them the longest ago.</summary>
    public RestlessList Add(int count, TimeSpan apart)
    {
        var first = _rows.Count;
        for (var row = 1; row <= count; row++) _rows[first + row] = Now - (apart * (count - row));
        return this;
    }

    /// <summary>What happens after a read, counted from 1.</summary>
    public RestlessList After(int read, Action happens)
    {
        _after[read] = happens;
        return this;
    }

    public void Touch(int row) => _rows[row] = Now;

    public void Remove(int row) => _rows.Remove(row);

    public Task<BillbeePage<BillbeeReadOrder>> ReadAsync(DateTimeOffset since, int page, int size, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add((since, page, size));
        Time.Advance(TimeSpan.FromMilliseconds(500));
        var read = Asked.Count;
        var there = _rows.Where(row => !Filters || row.Value > since).OrderBy(row => Sort(read, row)).ThenBy(row => row.Key).ToList();
        var given = there.Skip(((AlwaysPage ?? page) - 1) * size).Take(size)
            .Select(row => new BillbeeReadOrder(row.Key.ToString(CultureInfo.InvariantCulture), null, row.Value, null, null)).ToList();
        var answer = new BillbeePage<BillbeeReadOrder>(given, (there.Count + size - 1) / size, there.Count);
        if (_after.TryGetValue(read, out var happens)) happens();
        return Task.FromResult(answer);
    }
}
