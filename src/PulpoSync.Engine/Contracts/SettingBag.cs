using System.Globalization;

namespace PulpoSync.Engine.Contracts;

/// <summary>
/// The settings of an integration as text by name, complete with defaults. Lists are joined by line feeds; maps are lines of <c>from=to</c>;
/// switches are <c>true</c> or <c>false</c>; moments are round-trip UTC. Values were validated when they were set.
/// </summary>
public sealed class SettingBag
{
    private readonly Dictionary<string, string> _values;

    /// <summary>Wraps values by name.</summary>
    public SettingBag(IReadOnlyDictionary<string, string> values) =>
        _values = new Dictionary<string, string>(values, StringComparer.OrdinalIgnoreCase);

    /// <summary>No settings.</summary>
    public static SettingBag Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>All values by name.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Text, or null where unset or blank.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>On or off; unset is off.</summary>
    public bool Switch(string name) => Text(name) == "true";

    /// <summary>Number, or the given one where unset.</summary>
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Moment, or null where unset.</summary>
    public DateTimeOffset? Moment(string name) =>
        Text(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    /// <summary>List; unset is empty.</summary>
    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Map; unset is empty. Keys are compared without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in List(name))
        {
            // The last '=' parts the two: a location may be called "Lager = Nord", a warehouse hardly.
            var at = line.LastIndexOf('=');
            if (at > 0) map[line[..at].Trim()] = line[(at + 1)..].Trim();
        }

        return map;
    }
}
