using System.Management.Automation;
using System.Net;
using System.Security;

namespace PulpoSync.PowerShell.Loading;

/// <summary>Reads secrets by way of Get-Secret of the module Microsoft.PowerShell.SecretManagement.</summary>
internal static class SecretVault
{
    private const string GetSecret = @"Microsoft.PowerShell.SecretManagement\Get-Secret";

    /// <summary>The secret; null where the vault has none of this name.</summary>
    /// <remarks>The engine asks from its own threads while the pipeline waits, so a runspace of its own does the reading.</remarks>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.SecretNotFound"/> where the vault cannot be read.</exception>
    public static string? Read(SecretReference reference)
    {
        using var shell = System.Management.Automation.PowerShell.Create();
        shell.AddCommand(GetSecret).AddParameter("Name", reference.Name).AddParameter("ErrorAction", ActionPreference.Stop);
        if (reference.Vault is { } vault) shell.AddParameter("Vault", vault);
        try
        {
            return shell.Invoke().FirstOrDefault()?.BaseObject switch
            {
                SecureString secret => new NetworkCredential("", secret).Password,
                PSCredential credential => credential.GetNetworkCredential().Password,
                string text => text,
                _ => null,
            };
        }
        catch (RuntimeException e)
        {
            throw new PulpoSyncException(ErrorIds.SecretNotFound, $"The secret '{reference}' cannot be read: {e.Message}", reference.ToString(), e);
        }
    }
}
