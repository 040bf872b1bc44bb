using System.ComponentModel;
using System.Management.Automation;
using System.Security;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>What New- and Set-IntegrationCredential share: address, user and secrets. Which of them a system needs, the engine says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CredentialDefinitionCommand : DefinitionCommand
{
    /// <summary>Shop name or URL.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>Access token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SecureString? AccessToken { get; set; }

    /// <summary>Environment variable that holds the access token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AccessTokenEnv { get; set; }

    /// <summary>File that holds the access token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AccessTokenFile { get; set; }

    /// <summary>Id of the app that asks for tokens.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientId { get; set; }

    /// <summary>Secret of the app that asks for tokens.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SecureString? ClientSecret { get; set; }

    /// <summary>Environment variable that holds the app's secret.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientSecretEnv { get; set; }

    /// <summary>File that holds the app's secret.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientSecretFile { get; set; }

    /// <summary>User and password together.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>User.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? UserName { get; set; }

    /// <summary>Environment variable that holds the password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PasswordEnv { get; set; }

    /// <summary>File that holds the password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PasswordFile { get; set; }

    /// <summary>Key that a vendor gives to a developer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SecureString? DeveloperKey { get; set; }

    /// <summary>Environment variable that holds the developer key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeveloperKeyEnv { get; set; }

    /// <summary>File that holds the developer key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeveloperKeyFile { get; set; }

    /// <summary>Name of the secret in a vault of SecretManagement.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SecretName { get; set; }

    /// <summary>Name of the access token in the vault.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AccessTokenSecretName { get; set; }

    /// <summary>Name of the app's secret in the vault.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientSecretSecretName { get; set; }

    /// <summary>Name of the password in the vault.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PasswordSecretName { get; set; }

    /// <summary>Name of the developer key in the vault.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeveloperKeySecretName { get; set; }

    /// <summary>Vault that holds the secret.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? VaultName { get; set; }

    /// <summary>Version of the vendor's interface.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ApiVersion { get; set; }

    /// <summary>The credential is for the local sandbox.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>What was given, for the engine.</summary>
    private protected CredentialDefinition Definition(string name, string? system)
    {
        var secrets = new SecretInputs(name);
        secrets.Add("AccessToken", Value(nameof(AccessToken)) as SecureString, Text(nameof(AccessTokenEnv)), FilePath(nameof(AccessTokenFile)));
        secrets.Add("ClientSecret", Value(nameof(ClientSecret)) as SecureString, Text(nameof(ClientSecretEnv)), FilePath(nameof(ClientSecretFile)));
        secrets.Add("Password", (Value(nameof(Credential)) as PSCredential)?.Password, Text(nameof(PasswordEnv)), FilePath(nameof(PasswordFile)));
        secrets.Add("DeveloperKey", Value(nameof(DeveloperKey)) as SecureString, Text(nameof(DeveloperKeyEnv)), FilePath(nameof(DeveloperKeyFile)));
        secrets.AddVault(
            Text(nameof(VaultName)),
            (VaultField(), Text(nameof(SecretName))),
            ("AccessToken", Text(nameof(AccessTokenSecretName))),
            ("ClientSecret", Text(nameof(ClientSecretSecretName))),
            ("Password", Text(nameof(PasswordSecretName))),
            ("DeveloperKey", Text(nameof(DeveloperKeySecretName))));
        return new CredentialDefinition
        {
            Name = name,
            System = system,
            Address = Text(nameof(Address)),
            Fields = Fields(),
            Secrets = secrets.ByField,
            Sandbox = Switch(nameof(Sandbox)),
            SkipCheck = Switch(nameof(SkipCheck)) ?? false,
        };
    }

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>();
        Add("UserName", Text(nameof(UserName)) ?? (Value(nameof(Credential)) as PSCredential)?.UserName);
        Add("ClientId", Text(nameof(ClientId)));
        Add("ApiVersion", Text(nameof(ApiVersion)));
        return fields;

        void Add(string field, string? value)
        {
            if (value is not null) fields[field] = value;
        }
    }

    // A vault entry is the one secret that is still missing beside what was given.
    private string VaultField() => IsGiven(nameof(UserName)) ? "Password" : IsGiven(nameof(ClientId)) ? "ClientSecret" : "AccessToken";

    // The engine may later run in another folder, so a file is remembered by its full path.
    private string? FilePath(string parameter) => Text(parameter) is { } path ? GetUnresolvedProviderPathFromPSPath(path) : null;
}
