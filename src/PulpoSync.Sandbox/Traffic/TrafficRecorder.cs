using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulpoSync.Sandbox;

/// <summary>Appends <see cref="TrafficRecord"/>s to a JSON-lines file, with the values of secret fields masked.</summary>
internal sealed partial class TrafficRecorder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // One for all: several sandboxes of a process may record to one file, and each must find its end.
    private static readonly Lock Turn = new();

    private readonly string _path;

    /// <summary>Records to a file, which may have lines already.</summary>
    public TrafficRecorder(string path)
    {
        _path = path;
        Append("");
    }

    public void Write(TrafficRecord record)
    {
        var line = JsonSerializer.Serialize(record with { RequestBody = Mask(record.RequestBody), ResponseBody = Mask(record.ResponseBody) }, Json);
        Append(line + "\n");
    }

    internal static string? Mask(string? body) =>
        body is null ? null : SecretInForm().Replace(SecretInJson().Replace(body, "$1\"***\""), "$1***");

    private void Append(string text)
    {
        lock (Turn) File.AppendAllText(_path, text);
    }

    [GeneratedRegex("""("(?:client_secret|password|access_token|refresh_token)"\s*:\s*)"(?:[^"\\]|\\.)*["]""")]
    private static partial Regex SecretInJson();

    [GeneratedRegex("((?:^|&)(?:client_secret|password|access_token|refresh_token)=)[^&]*")]
    private static partial Regex SecretInForm();
}
