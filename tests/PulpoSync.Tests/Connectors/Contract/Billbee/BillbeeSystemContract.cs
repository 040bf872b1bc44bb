namespace PulpoSync.Tests.Connectors.Contract.Billbee;

public sealed class BillbeeSystemContract(BillbeeWorld world) : SystemContract<BillbeeWorld>(world);
