using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>
/// What New- and Set-IntegrationConfig share: schedule, and the settings as parameters. Which settings a type knows and which values they take,
/// the engine says; here they only become text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConfigDefinitionCommand : SettingsCommand
{
    /// <summary>Minutes between recurring runs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Every { get; set; }

    /// <summary>Time of day of a daily run.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DailyAt { get; set; }

    /// <summary>Days that a daily run looks back.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? LookbackDays { get; set; }

    /// <summary>Seconds between the last recurring start and the daily run.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? GapSeconds { get; set; }

    /// <summary>Time zone of the daily time and of calendar dates.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Run with <c>Start-Integration -Due</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter Enabled { get; set; }

    /// <summary>Leave out of <c>Start-Integration -Due</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchTransformation]
    public SwitchParameter Disabled { get; set; }

    /// <summary>Further settings by name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MapTransformation]
    public IDictionary? Setting { get; set; }

    /// <summary>What was given, for the engine.</summary>
    private protected ConfigDefinition Definition(string name, IntegrationType? type, string? source, string? destination) => new()
    {
        Name = name,
        Type = type,
        Source = source,
        Destination = destination,
        Settings = Settings(),
        Every = Number(nameof(Every)),
        DailyAt = Text(nameof(DailyAt)),
        LookbackDays = Number(nameof(LookbackDays)),
        GapSeconds = Number(nameof(GapSeconds)),
        TimeZone = Text(nameof(TimeZone)),
        Enabled = Switch(nameof(Enabled)) ?? !Switch(nameof(Disabled)),
        SkipCheck = Switch(nameof(SkipCheck)) ?? false,
    };

    private Dictionary<string, string?> Settings()
    {
        var settings = GivenSettings();
        if (Value(nameof(Setting)) is not IDictionary further) return settings;
        foreach (DictionaryEntry entry in further)
        {
            var value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            settings[entry.Key.ToString()!] = SettingText.From(value is SwitchParameter on ? on.ToBool() : value);
        }

        return settings;
    }
}
