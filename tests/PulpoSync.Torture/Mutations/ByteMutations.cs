using System.Text;
using PulpoSync.Torture.Mutations.Recording;
using PulpoSync.Torture.Secrets;

namespace PulpoSync.Torture.Mutations;

/// <summary>Spoils a body without knowing what it says.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] Odd =
    [
        [0], [0xFF], [0xC3], [0xED, 0xA0, 0xBC], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xAE], "\\ud83c"u8.ToArray(), "\\udf55"u8.ToArray(), "\\u0000"u8.ToArray(), "\\"u8.ToArray(),
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "-"u8.ToArray(), "9"u8.ToArray(), "e9"u8.ToArray(), "null"u8.ToArray(),
    ];

    private static readonly byte[][] Bodies =
    [
        [], "null"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "\"\""u8.ToArray(), "1e400"u8.ToArray(), "true"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x7B, 0], new byte[512],
        Encoding.UTF8.GetBytes(Canaries.Html), Encoding.UTF8.GetBytes(Canaries.Refusal), Encoding.UTF8.GetBytes(new string('[', 100_000)), Encoding.UTF8.GetBytes(new string('9', 100_000)),
        Encoding.Unicode.GetBytes("{\"data\":null}"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Of("a bit flipped", (body, random) => Changed(body, random, (bytes, at) => bytes[at] ^= (byte)(1 << random.Next(8)))),
        Of("bytes overwritten", (body, random) => Changed(body, random, (bytes, at) => random.NextBytes(bytes.AsSpan(at, Math.Min(random.Next(1, 9), bytes.Length - at))))),
        Of("cut short", (body, random) => body[..random.Next(body.Length + 1)]),
        Of("a piece cut out", (body, random) => Piece(body, random) is var (from, to) ? [.. body[..from], .. body[to..]] : body),
        Of("a piece repeated", (body, random) => Piece(body, random) is var (from, to) ? [.. body[..to], .. body[from..]] : body),
        Of("bytes put in", (body, random) => random.Next(body.Length + 1) is var at ? [.. body[..at], .. Odd[random.Next(Odd.Length)], .. body[at..]] : body),
        Of("half a surrogate in a text", (body, random) => InText(body, random, "\\ud83c"u8)),
        Of("a byte that is no UTF-8 in a text", (body, random) => InText(body, random, [0xFF])),
        Of("said twice", (body, _) => [.. body, .. body]),
        Of("another body", (_, random) => Bodies[random.Next(Bodies.Length)]),
    ];

    private static Mutation Of(string name, Func<byte[], Random, byte[]> change) => new(name, (answer, random) => answer with { Body = change(answer.Body, random) });

    private static byte[] Changed(byte[] body, Random random, Action<byte[], int> change)
    {
        if (body.Length == 0) return body;
        var bytes = (byte[])body.Clone();
        change(bytes, random.Next(bytes.Length));
        return bytes;
    }

    private static (int From, int To) Piece(byte[] body, Random random)
    {
        var from = random.Next(body.Length + 1);
        return (from, Math.Min(body.Length, from + random.Next(1, random.Next(2, 400))));
    }

    private static byte[] InText(byte[] body, Random random, ReadOnlySpan<byte> what)
    {
        var from = random.Next(body.Length + 1);
        var at = body.AsSpan(from).IndexOf(":\""u8);
        return at < 0 ? body : [.. body.AsSpan(0, from + at + 2), .. what, .. body.AsSpan(from + at + 2)];
    }
}
