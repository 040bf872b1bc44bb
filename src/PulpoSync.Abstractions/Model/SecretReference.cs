namespace PulpoSync;

/// <summary>Where a secret is kept, instead of the secret.</summary>
/// <param name="Kind"><c>env</c> (environment variable), <c>file</c> (path of a text file) or <c>vault</c> (SecretManagement vault, resolved by the host).</param>
/// <param name="Name">Variable, path or secret name.</param>
/// <param name="Vault">Vault name; only for <c>vault</c>.</param>
public sealed record SecretReference(string Kind, string Name, string? Vault = null)
{
    /// <inheritdoc/>
    public override string ToString() => Vault is null ? $"{Kind}:{Name}" : $"{Kind}:{Vault}/{Name}";
}
