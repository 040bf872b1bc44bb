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

    /// <summary>Adds the secrets that lie in a vault, each by its name there; one without a name lies elsewhere.</summary>
    public void AddVault(string? vault, params (string Field, string? Name)[] secrets)
    {
        var named = secrets.Where(secret => secret.Name is not null).ToArray();
        if (vault is not null && named.Length == 0) throw Invalid($"-VaultName {vault} needs -SecretName, the secret's name in the vault.");
        foreach (var (field, name) in named) Add(field, SecretInput.FromReference(new SecretReference("vault", name!, vault)));
    }

    private void Add(string field, SecretInput secret)
    {
        if (!_byField.TryAdd(field, secret))
            throw Invalid($"The {field} of '{credential}' is given in two ways. Give it once: as it is, by environment variable, by file or by vault.");
    }

    private PulpoSyncException Invalid(string message) => new(ErrorIds.CredentialInvalid, message, credential);
}
