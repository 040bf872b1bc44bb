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
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInvalid"/> where a field is missing.</exception>
    public IConnector Connect(ConnectorContext context)
    {
        Require(context.Fields, PulpoSettings.UserName);
        Require(context.Secrets, PulpoSettings.Password);
        return new PulpoConnector(context);
    }

    private static void Require(IReadOnlyDictionary<string, string> fields, string name)
    {
        if (fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)) return;
        throw new PulpoSyncException(ErrorIds.CredentialInvalid, $"PULPO: {name} is missing; enter it with the credential.", name);
    }
}
