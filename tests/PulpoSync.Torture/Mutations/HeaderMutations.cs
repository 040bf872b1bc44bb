using System.IO.Compression;
using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations;

/// <summary>Spoils what stands around a body.</summary>
internal static class HeaderMutations
{
    private static readonly int[] Statuses =
        [200, 201, 202, 204, 206, 226, 299, 300, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 415, 418, 422, 423, 424, 429, 430, 451, 500, 501, 502, 503, 504, 520, 599, 600, 999];

    private static readonly string?[] Types = [null, "", "text/html", "text/html; charset=utf-7", "application/xml", "application/json; charset=nonsense", "application/json; charset=iso-8859-1", "nonsense", ";;;", "*/*"];

    private static readonly string?[] Pauses =
    [
        null, "", "-1", "0", "0.001", "2", "31536000000", "1e9", "NaN", "Infinity", "soon", "2, 3", "\u0661", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59-14:00",
        "0001-01-01", "99999999999999999999999999",
    ];

    private static readonly string[] Others = ["Content-Length", "Date", "Location", "X-Shopify-API-Version", "X-Request-Id", "Transfer-Encoding", "Link", "Set-Cookie", "Server"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("another status", (answer, random) => answer with { Status = Any(Statuses, random) }),
        new("another status and an odd pause", (answer, random) => (answer with { Status = Any([429, 503, 408, 200, 401, 403], random) }).With("Retry-After", Any(Pauses, random))),
        new("another type", (answer, random) => answer.With("Content-Type", Any(Types, random))),
        new("packed, as it says", (answer, random) => answer.With("Content-Encoding", Any(["gzip", "deflate", "br", "gzip, gzip", "nonsense"], random))),
        new("packed and cut", (answer, random) => (answer with { Body = Packed(answer.Body) is var packed ? packed[..random.Next(packed.Length)] : [] }).With("Content-Encoding", "gzip")),
        new("an odd header", (answer, random) => answer.With(Any(Others, random), Any(["", "-1", "\u0001", "2099-99", "https://elsewhere.example.test/", "chunked"], random))),
    ];

    private static T Any<T>(IReadOnlyList<T> all, Random random) => all[random.Next(all.Count)];

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(body);
        return packed.ToArray();
    }
}
