using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>Starts the run of a flow, whatever the kind of its records.</summary>
internal sealed class RunStarter(
    RunScope scope, IConnector source, IConnector destination, LeaseKeeper? lease, CancellationToken cancellationToken) : IFlowVisitor<Task<IntegrationRun>>
{
    public Task<IntegrationRun> Visit<TRecord>(FlowDefinition<TRecord> flow) =>
        new SyncRun<TRecord>(scope, source, destination, flow).ExecuteAsync(lease, cancellationToken);
}
