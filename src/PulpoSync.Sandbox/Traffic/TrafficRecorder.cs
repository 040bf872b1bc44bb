using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulpoSync.Sandbox;

/// <summary>Appends <see cref="TrafficRecord"/>s to a JSON-lines file, with the values of secret fields masked.</summary>
internal sealed partial class TrafficRecorder(string path) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly StreamWriter _file = new(path, append: true, new UTF8Encoding(false)) { AutoFlush = true };

    public void Write(TrafficRecord record)
    {
        var line = JsonSerializer.Serialize(record with { RequestBody = Mask(record.RequestBody), ResponseBody = Mask(record.ResponseBody) }, Json);
        lock (_lock) _file.WriteLine(line);
    }

    public void Dispose()
    {
        lock (_lock) _file.Dispose();
    }

    internal static string? Mask(string? body) =>
        body is null ? null : SecretInForm().Replace(SecretInJson().Replace(body, "$1\"***\""), "$1***");

    [GeneratedRegex("""("(?:client_secret|password|access_token|refresh_token)"\s*:\s*)"(?:[^"\\]|\\.)*["]""")]
    private static partial Regex SecretInJson();

    [GeneratedRegex("((?:^|&)(?:client_secret|password|access_token|refresh_token)=)[^&]*")]
    private static partial Regex SecretInForm();
}
