using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Makes or changes the operating system's task that runs what is due, for all integrations of a store.</summary>
[Cmdlet(VerbsLifecycle.Register, "IntegrationSchedule", DefaultParameterSetName = AccountSet, SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationSchedule))]
public sealed class RegisterIntegrationScheduleCommand : IntegrationCommand
{
    private const string AccountSet = "Account";
    private const string GroupManagedSet = "GroupManagedServiceAccount";
    private const string CredentialSet = "Credential";

    /// <summary>Name of the task.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ScheduleNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = ScheduleDefinition.DefaultName;

    /// <summary>Minutes between two looks.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 60)]
    public int Every { get; set; } = 1;

    /// <summary>Who runs it.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [Alias("User")]
    [ValidateNotNullOrEmpty]
    public string? Account { get; set; }

    /// <summary>A group-managed service account of the domain.</summary>
    [Parameter(ParameterSetName = GroupManagedSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? GroupManagedServiceAccount { get; set; }

    /// <summary>An account with its password.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>After this time a look is ended.</summary>
    [Parameter]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromHours(2);

    private protected override void Process()
    {
        var definition = Definition(Runtime.GetStore().Path);
        var account = definition.Account is null ? "" : $" as {definition.Account}";
        if (ShouldProcess(definition.Name, $"Run what is due every {Every} min{account}"))
            WriteObject(Runtime.RegisterSchedule(definition, Cancellation));
    }

    private ScheduleDefinition Definition(string storePath) => new()
    {
        Name = Name,
        Every = Every,
        Account = Account ?? GroupManagedServiceAccount ?? Credential?.UserName,
        Password = Credential is null ? null : SecretInput.FromSecureString(Credential.Password),
        IsGroupManaged = GroupManagedServiceAccount is not null,
        TimeLimit = TimeLimit,
        Run = Script(storePath),
        Check = Script(storePath, "-CheckOnly"),
    };

    // By full paths: whoever runs the task has another search path and other modules than whoever sets it up.
    private ProgramCall Script(string storePath, params string[] more)
    {
        var home = Path.GetDirectoryName(typeof(PSObject).Assembly.Location)!;
        var script = Path.Combine(MyInvocation.MyCommand.Module.ModuleBase, "Invoke-PulpoSync.ps1");
        return new ProgramCall(
            Path.Combine(home, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"),
            ["-NoProfile", "-NonInteractive", "-File", script, "-StorePath", storePath, .. more]);
    }
}
