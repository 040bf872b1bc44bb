using System.Security;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Gathers the secrets of one credential; each may be given in one way only.</summary>
internal sealed class SecretInputs(string credential)
{
    private readonly Dictionary<string, SecretInput> _byField = [];

    /// <summary>Secrets by the name of their field.</summary>
    public IReadOnlyDictionary<string, SecretInput> ByField => _byField;

    /// <summary>Adds a secret that is given as it is, by environment variable or by file.</summary>
    public void Add(string field, SecureString? secret, string? variable, string? file)
    {
        if (secret is not null) Add(field, SecretInput.FromSecureString(secret));
        if (variable is not null) Add(field, SecretInput.FromReference(new SecretReference("env", variable)));
        if (file is not null) Add(field, SecretInput.FromReference(new SecretReference("file", file)));
    }

    /// <summary>Adds a secret that lies in a vault.</summary>
    public void AddVault(string field, string? name, string? vault)
    {
        if (name is not null)
            Add(field, SecretInput.FromReference(new SecretReference("vault", name, vault)));
        else if (vault is not null)
            throw Invalid($"-VaultName {vault} needs -SecretName, the secret's name in the vault.");
    }

    private void Add(string field, SecretInput secret)
    {
        if (!_byField.TryAdd(field, secret))
            throw Invalid($"The {field} of '{credential}' is given in two ways. Give it once: as it is, by environment variable, by file or by vault.");
    }

    private PulpoSyncException Invalid(string message) => new(ErrorIds.CredentialInvalid, message, credential);
}
