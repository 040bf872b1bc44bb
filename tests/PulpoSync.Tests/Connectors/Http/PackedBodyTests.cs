using System.Net;
using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Tests.Connectors.Http;

/// <summary>Bodies that are not packed as their header says.</summary>
public sealed class PackedBodyTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task ReadAsync_of_a_body_that_is_not_packed_is_invalid_data(string packing)
    {
        using var message = new PulpoSync.Torture.Mutations.Recording.Answer((int)HttpStatusCode.OK, [("Content-Encoding", packing)], "{\"data\":1}"u8.ToArray()).ToMessage();

        await Assert.ThrowsAsync<InvalidDataException>(() => BoundedBody.ReadAsync(message.Content, 100_000, CancellationToken.None));
    }
}
