using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>PULPO WMS.</summary>
public sealed class PulpoSystem : ISystem
{
    /// <inheritdoc/>
    public ConnectorSpec Spec => PulpoSettings.Spec;

    /// <inheritdoc/>
    public string NormalizeAddress(string? address, bool sandbox) => PulpoAddress.Normalize(address, sandbox);

    /// <inheritdoc/>
    public IConnector Connect(ConnectorContext context) => new PulpoConnector(context);
}
