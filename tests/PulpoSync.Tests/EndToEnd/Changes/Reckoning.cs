using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>
/// Holds PULPO against the shop after each run: what every line of every order should have there, given how far the warehouse had come. Worked out from
/// the two worlds and the words of the settings table; knows nothing of the engine but the reasons that it gives.
/// </summary>
internal sealed class Reckoning(Rehearsal rehearsal, Terms terms, Story story, FloorPeople floor)
{
    private readonly Dictionary<long, string> _numbers = [];
    private readonly Dictionary<long, int> _mostWanted = [];
    private readonly Dictionary<long, Dictionary<long, int>> _shippedBefore = [];
    private Dictionary<long, PulpoOrder> _before = [];

    /// <summary>Looks at both worlds before a run.</summary>
    public void Begin()
    {
        foreach (var line in rehearsal.Shop.Orders.SelectMany(order => order.Lines))
        {
            _mostWanted[line.Id] = Math.Max(_mostWanted.GetValueOrDefault(line.Id), line.CurrentQuantity);
        }

        _before = rehearsal.Tenant.Orders.ToDictionary(order => order.Id);
    }

    /// <summary>Compares them after it.</summary>
    public void Check(string when)
    {
        var wrong = new List<string>();
        var orders = rehearsal.Tenant.Orders;
        foreach (var order in orders.Where(order => !_numbers.ContainsKey(order.Id)))
        {
            if (_numbers.ContainsValue(order.Number)) wrong.Add($"the number {order.Number} was used twice");
            _numbers[order.Id] = order.Number;
        }

        var records = rehearsal.Runtime.GetRecords(new RecordQuery(Last: 100_000)).ToLookup(record => record.SourceKey);
        var deliveries = orders.ToLookup(order => Story.NumberOf(_numbers[order.Id]));
        foreach (var order in rehearsal.Shop.Orders)
        {
            var mine = deliveries[order.Number].Select(found => new Delivery(
                _numbers[found.Id], _before.GetValueOrDefault(found.Id), found,
                records[order.Gid].FirstOrDefault(record => record.DestinationId == found.Id.ToString(CultureInfo.InvariantCulture)), floor.Cancelled.Contains(found.Id), ShippedBefore(found.Id))).ToList();
            var findings = new OrderReckoning(order, mine, [.. records[order.Gid]], terms, line => _mostWanted[line]).Findings();
            wrong.AddRange(findings.Select(finding =>
                $"{order.Name}: {finding}\n    story: {story.Of(order.Number)}\n    there: {string.Join("; ", mine)}\n    rest: {string.Join("; ", records[order.Gid].Where(r => r.DestinationId is null).Select(r => $"{r.Part} {r.State} {r.Reason}"))}"));
        }

        Assert.True(wrong.Count == 0, $"{when}: {wrong.Count} wrong\n{string.Join('\n', wrong.Take(12))}");
    }

    private Dictionary<long, int> ShippedBefore(long id) => _shippedBefore.TryGetValue(id, out var shipped) ? shipped : _shippedBefore[id] = [];
}
