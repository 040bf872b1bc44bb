using System.IO.Compression;
using System.Net;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>What a vendor sends back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Headers, those of the content among them.</param>
/// <param name="Body">Body as it lies on the wire.</param>
internal sealed record Answer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>An answer as every vendor gives it.</summary>
    public static Answer Json(byte[] body) => new(200, [("Content-Type", "application/json")], body);

    /// <summary>The same with another value of a header; null: without it.</summary>
    public Answer With(string header, string? value)
    {
        var others = Headers.Where(one => !string.Equals(one.Name, header, StringComparison.OrdinalIgnoreCase));
        return this with { Headers = [.. value is null ? others : others.Append((header, value))] };
    }

    /// <summary>The answer as a client is given it.</summary>
    public HttpResponseMessage ToMessage()
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status) { Content = new StreamContent(Unpacked()) };
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    // The network's handler unpacks what it is told is packed, while the body is read.
    private Stream Unpacked() => Headers.FirstOrDefault(one => one.Name == "Content-Encoding").Value switch
    {
        "gzip" => new GZipStream(new MemoryStream(Body), CompressionMode.Decompress),
        "deflate" => new ZLibStream(new MemoryStream(Body), CompressionMode.Decompress),
        "br" => new BrotliStream(new MemoryStream(Body), CompressionMode.Decompress),
        _ => new MemoryStream(Body),
    };
}
