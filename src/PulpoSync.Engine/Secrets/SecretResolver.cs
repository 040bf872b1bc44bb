namespace PulpoSync.Engine.Secrets;

/// <summary>Turns a secret as it is stored into its text, at the moment it is needed.</summary>
public sealed class SecretResolver
{
    private readonly Func<SecretReference, string?>? _vaultReader;
    private readonly Func<string, string?> _variable;

    /// <summary>Makes a resolver.</summary>
    /// <param name="vaultReader">Opens vaults on behalf of the engine; null: this host cannot.</param>
    public SecretResolver(Func<SecretReference, string?>? vaultReader)
        : this(vaultReader, Environment.GetEnvironmentVariable)
    {
    }

    internal SecretResolver(Func<SecretReference, string?>? vaultReader, Func<string, string?> variable)
    {
        _vaultReader = vaultReader;
        _variable = variable;
    }

    /// <summary>The text of a secret.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.SecretNotFound"/>, naming the place that was asked, never its content.</exception>
    public string Resolve(SecretInput secret) => secret.Text ?? secret.Reference! switch
    {
        { Kind: "env" } reference => FromVariable(reference),
        { Kind: "file" } reference => FromFile(reference),
        { Kind: "vault" } reference => FromVault(reference),
        var reference => throw Missing(reference, "PulpoSync knows secrets in env, file and vault only"),
    };

    private string FromVariable(SecretReference reference) => _variable(reference.Name) is { Length: > 0 } text
        ? text
        : throw Missing(
            reference, $"the environment variable {reference.Name} is not set for the account {Environment.UserName}; set it where the task runs");

    private static string FromFile(SecretReference reference)
    {
        string text;
        try
        {
            text = File.ReadAllText(reference.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Missing(reference, $"the account {Environment.UserName} cannot read this file (folder now: {Environment.CurrentDirectory})", e);
        }

        // An editor ends a file with a line break that is no part of the secret.
        if (text.EndsWith('\n')) text = text[..^1];
        if (text.EndsWith('\r')) text = text[..^1];
        return text.Length > 0 ? text : throw Missing(reference, "the file is empty");
    }

    private string FromVault(SecretReference reference)
    {
        if (_vaultReader is null)
            throw Missing(
                reference, "this host cannot open vaults; run it from PowerShell with Microsoft.PowerShell.SecretManagement, or use env or file");
        string? text;
        try
        {
            text = _vaultReader(reference);
        }
        catch (Exception e) when (e is not (OperationCanceledException or PulpoSyncException))
        {
            throw Missing(reference, "the vault could not be read; is it registered and unlocked for this account?", e);
        }

        return string.IsNullOrEmpty(text) ? throw Missing(reference, "the vault has no text of this name for this account") : text;
    }

    private static PulpoSyncException Missing(SecretReference reference, string why, Exception? inner = null) =>
        new(ErrorIds.SecretNotFound, $"The secret {reference} cannot be read: {why}.", reference.ToString(), inner);
}
