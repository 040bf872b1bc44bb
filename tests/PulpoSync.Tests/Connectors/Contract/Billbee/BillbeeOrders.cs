using System.Globalization;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>Orders of a Billbee account.</summary>
public sealed class BillbeeOrders() : SourceCase<Order>(new BillbeeWorld())
{
    public override string ListOperation => "GET /api/v1/orders";

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["PageSize"] = "3" };

    public override string UnknownKey => "999999998";

    private BillbeeWorld Account => (BillbeeWorld)World;

    public override string KeyOf(Order record) => record.Key;

    public override IEnumerable<string?> TextsOf(Order record) => [record.Note, record.Number];

    public override Task ChangeAsync(string key)
    {
        Account.Billbee.ChangeOrder(long.Parse(key, CultureInfo.InvariantCulture), order => order with { Tags = [$"changed-{Guid.NewGuid():N}"] });
        return Task.CompletedTask;
    }

    protected override Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"B-{number}");
        return Task.FromResult((Account.Ordered(name, text), name));
    }

    public sealed class Contract(BillbeeOrders @case) : SourceContract<BillbeeOrders, Order>(@case);
}
