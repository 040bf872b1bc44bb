namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>Writes down what passes between a connector and its vendor.</summary>
internal sealed class Recorder(Book book) : DelegatingHandler(Network)
{
    private static readonly SocketsHttpHandler Network = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = await Asked.OfAsync(request, cancellationToken).ConfigureAwait(false);
        using var message = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = new Answer(
            (int)message.StatusCode,
            [.. message.Headers.Concat(message.Content.Headers).Select(header => (header.Key, string.Join(',', header.Value)))],
            await message.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        book.Add(asked, answer);
        return answer.ToMessage();
    }
}
