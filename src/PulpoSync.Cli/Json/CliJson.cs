using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Cli.Json;

/// <summary>The JSON that the command line writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, Converters = [typeof(IntegrationTypeConverter)])]
[JsonSerializable(typeof(EventLine))]
[JsonSerializable(typeof(RunLine))]
[JsonSerializable(typeof(StatusLine))]
[JsonSerializable(typeof(HealthLine))]
[JsonSerializable(typeof(StoreInfo))]
[JsonSerializable(typeof(StoreBackup))]
[JsonSerializable(typeof(StoreKeyChange))]
[JsonSerializable(typeof(IntegrationRecord))]
[JsonSerializable(typeof(IntegrationLogEntry))]
[JsonSerializable(typeof(IntegrationCredential))]
[JsonSerializable(typeof(IntegrationConfig))]
[JsonSerializable(typeof(CredentialCheck))]
[JsonSerializable(typeof(ConfigCheck))]
[JsonSerializable(typeof(IntegrationSchedule))]
[JsonSerializable(typeof(ConnectorInfo))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static CliJson? _lines;

    /// <summary>Umlauts stay readable: the lines go to files and pipes, never into a web page.</summary>
    public static CliJson Lines =>
        _lines ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
