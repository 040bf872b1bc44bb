using System.Net;
using System.Text;

namespace PulpoSync.Tests.Connectors.Http;

/// <summary>Answers in the order given, and keeps what was asked. The last answer is given again and again.</summary>
internal sealed class FakeNetwork(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    private int _next;

    public List<string> Requests { get; } = [];

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Status(
        int status, string body = "{}", string type = "application/json", string? retryAfter = null) => (_, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(response);
    };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Throws(Exception exception) =>
        (_, _) => Task.FromException<HttpResponseMessage>(exception);

    /// <summary>Never answers; ends only when it is aborted.</summary>
    public static async Task<HttpResponseMessage> Hangs(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Requests) Requests.Add($"{request.Method} {request.RequestUri}");
        var answer = answers[Math.Min(_next, answers.Length - 1)];
        _next++;
        return answer(request, cancellationToken);
    }
}
