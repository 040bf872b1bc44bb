using System.ComponentModel;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>
/// What New- and Set- cmdlets share: they act on what was really given. Every parameter also binds to a column of a table
/// (<c>Import-Csv</c>), where a blank cell means that nothing was given.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DefinitionCommand : IntegrationCommand
{
    private HashSet<string> _typed = [];

    /// <summary>A row of a table, or an object of this module of which only the name counts.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Save without asking the system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter SkipCheck { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _typed = new(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the command line or the row names a value.</summary>
    private protected bool IsGiven(string parameter) => _typed.Contains(parameter)
        || (MyInvocation.BoundParameters.ContainsKey(parameter) && IsGivenByRow(parameter));

    private protected string? Text(string parameter) => Value(parameter)?.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private protected int? Number(string parameter) => (int?)Value(parameter);

    private protected bool? Switch(string parameter) => Value(parameter) is SwitchParameter value ? value.ToBool() : null;

    private protected object? Value(string parameter) => IsGiven(parameter) ? MyInvocation.BoundParameters[parameter] : null;

    // Objects of this module carry properties that are called like parameters; changing an integration must not write its old values back.
    private bool IsGivenByRow(string parameter) => InputObject?.BaseObject is not (IntegrationCredential or IntegrationConfig)
        && !(InputObject?.Properties[parameter]?.Value is string cell && string.IsNullOrWhiteSpace(cell));
}
