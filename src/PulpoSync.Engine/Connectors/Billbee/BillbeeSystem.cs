using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>Billbee.</summary>
public sealed class BillbeeSystem : ISystem
{
    /// <inheritdoc/>
    public ConnectorSpec Spec => BillbeeSpec.Spec;

    /// <inheritdoc/>
    public string NormalizeAddress(string? address, bool sandbox) => BillbeeAddress.Normalize(address, sandbox);

    /// <inheritdoc/>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInvalid"/> where a field is missing or malformed.</exception>
    public IConnector Connect(ConnectorContext context) => new BillbeeConnector(context, BillbeeCredential.From(context));
}
