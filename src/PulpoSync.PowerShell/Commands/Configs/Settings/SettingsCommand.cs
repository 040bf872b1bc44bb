using System.ComponentModel;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>
/// The settings of all types as parameters, a topic a file. A property marked with <see cref="SettingAttribute"/> is the setting of the same name. Which
/// type knows which, the engine says: it refuses what a type does not know and names what it does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class SettingsCommand : DefinitionCommand
{
    private static readonly Type Declaring = typeof(SettingsCommand);

    /// <summary>Records per page of the source.</summary>
    [Setting]
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? PageSize { get; set; }

    /// <summary>The given settings as text by name; null is the default.</summary>
    private protected Dictionary<string, string?> GivenSettings() => Declaring.GetProperties()
        .Where(property => property.DeclaringType == Declaring && property.IsDefined(typeof(SettingAttribute), inherit: false) && IsGiven(property.Name))
        .ToDictionary(property => property.Name, property => AsText(Value(property.Name)), StringComparer.OrdinalIgnoreCase);

    private static string? AsText(object? value) => value switch
    {
        // A switch that is off is text too: some are on by default.
        SwitchParameter on => SettingText.From(on.ToBool()),
        string[] list => SettingText.FromList(list),
        _ => SettingText.From(value),
    };
}
