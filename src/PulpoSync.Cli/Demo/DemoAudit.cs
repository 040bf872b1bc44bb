using System.Globalization;
using PulpoSync.Sandbox;

namespace PulpoSync.Cli.Demo;

/// <summary>Compares the two worlds themselves with what the store says: nothing lost, nothing doubled.</summary>
/// <param name="InShops">Orders in the shops and in Billbee.</param>
/// <param name="InPulpo">Orders in PULPO, cancelled ones included.</param>
/// <param name="Untraced">Numbers of shop orders of which the store knows nothing.</param>
/// <param name="Unexplained">Numbers of PULPO orders that the store does not know.</param>
/// <param name="Circle">What went back to the plain shop.</param>
/// <param name="Billbee">What went to Billbee and back.</param>
internal sealed record DemoAudit(
    int InShops, int InPulpo, IReadOnlyList<string> Untraced, IReadOnlyList<string> Unexplained, CircleAudit Circle, BillbeeAudit Billbee)
{
    private const int All = 100_000;

    public IReadOnlyList<string> Differences => [.. Circle.Differences, .. Billbee.Differences];

    public int Parcels => Circle.Parcels + Billbee.Parcels;

    public int StockFigures => Circle.StockFigures + Billbee.StockFigures;

    public bool IsClean => Untraced.Count == 0 && Unexplained.Count == 0 && Differences.Count == 0;

    public static DemoAudit Of(DemoWorld world, IPulpoSyncRuntime runtime)
    {
        var records = runtime.GetRecords(new RecordQuery(Last: All)).Where(record => record.Type is IntegrationType.SalesOrders or IntegrationType.SalesOrdersPos).ToList();
        var known = records.Select(record => (record.Integration, record.SourceKey)).ToHashSet();
        var orders = new[] { (DemoSetup.PlainOrders, world.Plain), (DemoSetup.BusyOrders, world.Busy) }
            .SelectMany(store => store.Item2.Orders.Select(order => (Integration: store.Item1, Key: order.Gid, order.Name)))
            .Concat(world.Billbee.Orders.Select(order => (
                Integration: DemoSetup.BillbeeOrders, Key: order.BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture), Name: DemoBillbee.NumberOf(order))))
            .ToList();
        return new DemoAudit(
            orders.Count, world.Pulpo.Orders.Count + world.BillbeePulpo.Orders.Count,
            [.. orders.Where(item => !known.Contains((item.Integration, item.Key))).Select(item => item.Name)],
            [
                .. UnknownOf(world.Pulpo, records.Where(record => record.Integration != DemoSetup.BillbeeOrders)),
                .. UnknownOf(world.BillbeePulpo, records.Where(record => record.Integration == DemoSetup.BillbeeOrders)),
            ],
            CircleAudit.Of(world), BillbeeAudit.Of(world));
    }
    // Ids are unique within a tenant only.
    private static IEnumerable<string> UnknownOf(PulpoTenant pulpo, IEnumerable<IntegrationRecord> records)
    {
        var ids = records.Where(record => record.DestinationId is not null).Select(record => record.DestinationId).ToHashSet();
        return pulpo.Orders.Where(order => !ids.Contains(order.Id.ToString(CultureInfo.InvariantCulture))).Select(order => order.Number);
    }
}
