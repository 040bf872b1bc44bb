namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

public sealed class PulpoSystemContract(PulpoWorld world) : SystemContract<PulpoWorld>(world);
