using System.Globalization;

namespace PulpoSync.Cli.Demo;

/// <summary>Compares the two worlds themselves with what the store says: nothing lost, nothing doubled.</summary>
/// <param name="InShops">Orders in the shops.</param>
/// <param name="InPulpo">Orders in PULPO, cancelled ones included.</param>
/// <param name="Untraced">Numbers of shop orders of which the store knows nothing.</param>
/// <param name="Unexplained">Numbers of PULPO orders that the store does not know.</param>
/// <param name="Circle">What went back to the plain shop.</param>
internal sealed record DemoAudit(int InShops, int InPulpo, IReadOnlyList<string> Untraced, IReadOnlyList<string> Unexplained, CircleAudit Circle)
{
    private const int All = 100_000;

    public bool IsClean => Untraced.Count == 0 && Unexplained.Count == 0 && Circle.Differences.Count == 0;

    public static DemoAudit Of(DemoWorld world, IPulpoSyncRuntime runtime)
    {
        var records = runtime.GetRecords(new RecordQuery(Last: All)).Where(record => record.Type is IntegrationType.SalesOrders or IntegrationType.SalesOrdersPos).ToList();
        var known = records.Select(record => (record.Integration, record.SourceKey)).ToHashSet();
        var ids = records.Where(record => record.DestinationId is not null).Select(record => record.DestinationId).ToHashSet();
        var orders = new[] { (DemoSetup.PlainOrders, world.Plain), (DemoSetup.BusyOrders, world.Busy) }
            .SelectMany(store => store.Item2.Orders.Select(order => (Integration: store.Item1, Order: order))).ToList();
        var arrived = world.Pulpo.Orders;
        return new DemoAudit(
            orders.Count, arrived.Count,
            [.. orders.Where(item => !known.Contains((item.Integration, item.Order.Gid))).Select(item => item.Order.Name)],
            [.. arrived.Where(order => !ids.Contains(order.Id.ToString(CultureInfo.InvariantCulture))).Select(order => order.Number)],
            CircleAudit.Of(world));
    }
}
