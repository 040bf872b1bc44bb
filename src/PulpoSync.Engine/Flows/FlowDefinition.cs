using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Runs;

namespace PulpoSync.Engine.Flows;

/// <summary>A type of integration: its settings, and how its runs are made.</summary>
internal abstract class FlowDefinition(IntegrationType type, IReadOnlyList<SettingSpec> settings)
{
    /// <summary>Type.</summary>
    public IntegrationType Type => type;

    /// <summary>Settings whatever the systems; a system may add its own and replace these by name.</summary>
    public IReadOnlyList<SettingSpec> Settings => settings;

    /// <summary>Minutes between recurring runs where none are set.</summary>
    public int DefaultEvery { get; init; } = 10;

    /// <summary>Runs the integration.</summary>
    public abstract Task<IntegrationRun> RunAsync(
        RunScope scope, IConnector source, IConnector destination, LeaseKeeper? lease, CancellationToken cancellationToken);
}

/// <summary>A type of integration whose records are of one kind.</summary>
internal sealed class FlowDefinition<TRecord>(IntegrationType type, IReadOnlyList<SettingSpec> settings, FlowFactory<TRecord> makeFlow)
    : FlowDefinition(type, settings)
{
    public override Task<IntegrationRun> RunAsync(
        RunScope scope, IConnector source, IConnector destination, LeaseKeeper? lease, CancellationToken cancellationToken) =>
        new SyncRun<TRecord>(scope, source, destination, makeFlow).ExecuteAsync(lease, cancellationToken);
}
