using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>
/// Writes a set-up in the form of <see cref="ImportFile"/>. Of a secret it names the place; one that the store itself keeps is marked as such, which means
/// "as it is" where the store has it, and has to be filled in anywhere else.
/// </summary>
internal static class ExportFile
{
    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="credentials">Credentials.</param>
    /// <param name="configs">Integrations.</param>
    /// <param name="settings">Settings that a type has.</param>
    public static string Write(
        IEnumerable<StoredCredential> credentials, IEnumerable<IntegrationConfig> configs, Func<IntegrationType, IReadOnlyList<SettingInfo>> settings)
    {
        var file = new JsonObject
        {
            ["credentials"] = new JsonArray([.. credentials.Select(Credential)]),
            ["stores"] = new JsonArray(new JsonObject { ["integrations"] = new JsonArray([.. configs.Select(config => Integration(config, settings(config.Type)))]) }),
        };
        return file.ToJsonString(ForPeople) + "\n";
    }

    private static JsonObject Credential(StoredCredential credential)
    {
        var entry = new JsonObject { ["name"] = credential.Name, ["system"] = credential.System, ["address"] = credential.Address };
        if (credential.Fields.Count > 0) entry["fields"] = Object(credential.Fields.Select(field => (field.Key, (JsonNode)field.Value)));
        if (credential.Secrets.Count > 0) entry["secrets"] = Object(credential.Secrets.Select(secret => (secret.Key, (JsonNode)Secret(secret.Value))));
        if (credential.IsSandbox) entry["sandbox"] = true;
        return entry;
    }

    private static JsonObject Secret(SecretInput secret) => Object(SecretReader.Write(secret).Select(part => (part.Name, JsonSerializer.SerializeToNode(part.Value)!)));

    private static JsonObject Integration(IntegrationConfig config, IReadOnlyList<SettingInfo> settings)
    {
        var entry = new JsonObject
        {
            ["name"] = config.Name, ["type"] = config.Type.ToStoredName(), ["source"] = config.Source, ["destination"] = config.Destination,
        };
        if (config.Settings.Count > 0) entry["settings"] = Object(config.Settings.Select(setting => (setting.Key, SettingWriter.Write(KindOf(setting.Key), setting.Value))));
        if (config.Every is { } every) entry["every"] = every;
        if (config.Daily is { } daily)
        {
            entry["daily"] = new JsonObject
            {
                ["at"] = daily.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                ["lookbackDays"] = daily.LookbackDays, ["gapSeconds"] = daily.GapSeconds,
            };
        }

        entry["timeZone"] = config.TimeZone;
        entry["enabled"] = config.Enabled;
        return entry;

        string? KindOf(string name) => settings.FirstOrDefault(setting => setting.Name == name)?.Kind;
    }

    private static JsonObject Object(IEnumerable<(string Name, JsonNode Value)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value)));
}
