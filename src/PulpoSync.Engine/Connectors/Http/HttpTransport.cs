using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Sends one request once and reads the answer to its end; every fault becomes a value.</summary>
internal sealed class HttpTransport : IDisposable
{
    private static readonly string UserAgent =
        $"PulpoSync/{typeof(HttpTransport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    private const string CheckNetwork = "check the address and this machine's network";

    // One pool for the process: connections, proxy and names are looked up once, however many runs there are.
    private static readonly HttpMessageInvoker Pool = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // Long-lived processes must notice when a vendor's address moves.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = new DirectLoopbackProxy(),
        UseCookies = false,
    });

    // Around a handler that was given; null: the pool.
    private readonly HttpMessageInvoker? _own;
    private readonly HttpSenderOptions _options;
    private readonly TimeProvider _time;
    private readonly Redactor _redactor;

    public HttpTransport(HttpSenderOptions options, TimeProvider time, Redactor redactor)
    {
        (_options, _time, _redactor) = (options, time, redactor);
        _own = options.Handler is { } handler ? new HttpMessageInvoker(handler, disposeHandler: false) : null;
    }

    /// <summary>One try.</summary>
    /// <param name="call">The call.</param>
    /// <param name="timeout">Longest that it may take.</param>
    /// <param name="cancellationToken">Aborts it; for writes the caller gives none, since an aborted write is one of unknown outcome.</param>
    public async Task<HttpAttempt> SendAsync(HttpCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            using var request = Request(call);
            using var response = await (_own ?? Pool).SendAsync(request, either.Token).ConfigureAwait(false);
            if (await BoundedBody.ReadAsync(response.Content, _options.MaxBodyBytes, either.Token).ConfigureAwait(false) is not { } body)
            {
                return Failed(FailureKind.Protocol, "AnswerTooLarge", $"the answer is larger than {_options.MaxBodyBytes:N0} bytes");
            }

            var reply = new HttpReply((int)response.StatusCode, body, Headers(response));
            call.OnReply?.Invoke(reply);
            return Judge(call, reply);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            return Failed(FailureKind.Transient, "Timeout", string.Create(null, $"no answer within {timeout.TotalSeconds:0.#} s"));
        }
        catch (OperationCanceledException)
        {
            return Failed(FailureKind.Transient, "ConnectFailed", $"no connection in time; {CheckNetwork}", maybeExecuted: false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return Failed(FailureKind.Transient, "ConnectFailed", $"{Words(e)}; {CheckNetwork}", maybeExecuted: false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed(FailureKind.Transient, "ConnectionLost", Words(e));
        }

        HttpAttempt Failed(FailureKind kind, string code, string text, bool maybeExecuted = true) =>
            new(null, new Failure(kind, code, $"{call.System} at {call.Uri.Authority}, {call.Operation}: {text}."), maybeExecuted);
    }

    public void Dispose() => _own?.Dispose();

    private HttpAttempt Judge(HttpCall call, HttpReply reply)
    {
        // Who asks for JSON and gets a web page has met somebody on the way, whatever the status says.
        var failure = reply.IsSuccess
            ? JsonBody.PageInstead(call, reply) ?? call.FailureInside?.Invoke(reply)
            : HttpErrorTable.Of(call, reply, _time.GetUtcNow());
        var isConnectors = failure is not { Kind: FailureKind.RateLimited or FailureKind.Transient } && reply.Status is >= 400 and < 500;
        return new HttpAttempt(reply, isConnectors ? null : failure, MaybeExecuted: failure is not { Kind: FailureKind.RateLimited } && reply.Status is < 300 or >= 400);
    }

    private static HttpRequestMessage Request(HttpCall call)
    {
        var request = new HttpRequestMessage(call.Method, call.Uri);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (!call.Headers.ContainsKey("Accept")) request.Headers.TryAddWithoutValidation("Accept", "application/json");
        foreach (var (name, value) in call.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        }

        return request;
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated) headers[name] = values.ToString();
        foreach (var (name, values) in response.Content.Headers.NonValidated) headers[name] = values.ToString();
        return headers;
    }

    private string Words(Exception e) => _redactor.Clean((e.InnerException ?? e).Message.TrimEnd('.'));
}
