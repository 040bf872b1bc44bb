using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Shopify.</summary>
public sealed class ShopifySystem : ISystem
{
    /// <inheritdoc/>
    public ConnectorSpec Spec => ShopifySpec.Spec;

    /// <inheritdoc/>
    public string NormalizeAddress(string? address, bool sandbox) => ShopifyAddress.Normalize(address, sandbox);

    /// <inheritdoc/>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInvalid"/> where a field is missing or malformed.</exception>
    public IConnector Connect(ConnectorContext context) => new ShopifyConnector(context, new ShopifyClient(context, ShopifyCredential.From(context)));
}
