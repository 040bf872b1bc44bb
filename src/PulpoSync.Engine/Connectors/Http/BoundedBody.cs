namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Reads a body up to a bound, so that no answer can exhaust the memory (a small compressed one may be huge).</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>The body, or null where it is larger than <paramref name="max"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int max, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > max) return null;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[Math.Clamp((int)(content.Headers.ContentLength ?? 0) + 1, FirstBuffer, max + 1)];
            var length = 0;
            while (true)
            {
                var read = await SomeAsync(stream, buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0) return buffer.AsMemory(0, length);
                length += read;
                if (length > max) return null;
                if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, max + 1L));
            }
        }
    }

    // Of all the unpackers, Brotli's alone has another word for what is not packed as its header says.
    private static async ValueTask<int> SomeAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
