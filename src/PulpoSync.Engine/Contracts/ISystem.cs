namespace PulpoSync.Engine.Contracts;

/// <summary>One kind of system (Shopify, Pulpo, …): describes itself and opens connections.</summary>
public interface ISystem
{
    /// <summary>What the system is, gives, takes and needs; read by validation, completion and help alike.</summary>
    ConnectorSpec Spec { get; }

    /// <summary>Reads and tidies the address a user typed (shop name in any spelling, URL).</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInvalid"/> where it names another host or nothing.</exception>
    string NormalizeAddress(string? address, bool sandbox);

    /// <summary>Opens a connector. No request is sent yet.</summary>
    IConnector Connect(ConnectorContext context);
}
