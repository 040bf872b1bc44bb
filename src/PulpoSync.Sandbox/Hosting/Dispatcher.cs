using System.Globalization;
using System.Text;

namespace PulpoSync.Sandbox;

/// <summary>Takes a request to its emulator; faults, latency, counting and recording happen here and nowhere else.</summary>
internal sealed class Dispatcher(SandboxHost host, IReadOnlyList<ISandboxApi> apis, TrafficRecorder? recorder, CancellationToken stopping)
{
    private readonly Dictionary<string, ISandboxApi> _apis = apis.ToDictionary(a => a.Prefix, StringComparer.Ordinal);

    /// <summary>Delay before each answer, in real time.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Serves <c>/{system}/{name}/{path}</c>.</summary>
    public async Task HandleAsync(HttpContext http, string system, string name, string? path)
    {
        if (!_apis.TryGetValue(system, out var api))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var body = await ReadBodyAsync(http.Request);
        var plain = new SandboxRequest(http, system, name, path ?? "", body);
        var fault = host.Faults.Take(system, http.Request.Method, plain.Path, () => plain.Operation);
        var request = new SandboxRequest(http, system, name, plain.Path, body) { Fault = fault };
        host.Traffic.Begin(system, plain.Operation);
        try
        {
            var sent = await AnswerAsync(api, request);
            recorder?.Write(new TrafficRecord(system, request.Method, request.Path, http.Request.QueryString.Value ?? "",
                TextOf(body), sent?.Status ?? 0, sent is null ? null : TextOf(sent.Body), request.ApiVersion));
        }
        finally
        {
            host.Traffic.End();
        }
    }

    private async Task<SandboxAnswer?> AnswerAsync(ISandboxApi api, SandboxRequest request)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted, stopping);
        try
        {
            if (Latency > TimeSpan.Zero) await Task.Delay(Latency, leaving.Token);
            var answer = request.Fault is { IsBefore: true } before ? await FailAsync(before, null, leaving.Token) : null;
            if (answer is null)
            {
                if (request.Fault is { IsBefore: true, Kind: not FaultKind.HangBefore }) return Cut(request);
                await api.HandleAsync(request);
                answer = request.Answer ?? throw new InvalidOperationException($"The {api.Prefix} emulator gave no answer to {request.Operation}.");
                if (request.Fault is { IsBefore: false } after) answer = await FailAsync(after, answer, leaving.Token);
                if (answer is null) return Cut(request);
            }
            return await SendAsync(request, answer) ? answer : Cut(request);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return Cut(request);
        }
        catch (Exception e) when (!request.Http.Response.HasStarted && !request.Aborted.IsCancellationRequested)
        {
            // An error of the sandbox itself must not pass for one of the vendor's.
            var defect = new SandboxAnswer(StatusCodes.Status500InternalServerError, Encoding.UTF8.GetBytes(e.ToString()),
                new Dictionary<string, string> { ["Content-Type"] = "text/plain", ["X-Sandbox-Defect"] = e.GetType().Name });
            await SendAsync(request, defect);
            return defect;
        }
    }

    // Null means that there is no answer to send: the connection is to be cut, or (HangBefore) the request goes on.
    private static async Task<SandboxAnswer?> FailAsync(Fault fault, SandboxAnswer? executed, CancellationToken leaving)
    {
        fault.MarkReached();
        switch (fault.Kind)
        {
            case FaultKind.Timeout:
                await Task.Delay(Timeout.Infinite, leaving);
                return null;
            case FaultKind.HangBefore or FaultKind.HangAfter:
                await fault.Released.WaitAsync(leaving);
                return executed;
            case FaultKind.CutBefore or FaultKind.CutAfter:
                return null;
            case FaultKind.Status:
                return new SandboxAnswer(fault.Status, Encoding.UTF8.GetBytes(fault.Body ?? ""), RetryAfter(fault));
            case FaultKind.Html:
                return new SandboxAnswer(fault.Status, "<html><body><h1>Bad gateway</h1></body></html>"u8.ToArray(), new Dictionary<string, string> { ["Content-Type"] = "text/html" });
            case FaultKind.EmptyBody:
                return new SandboxAnswer(fault.Status, default, RetryAfter(fault));
            case FaultKind.Redirect:
                return new SandboxAnswer(StatusCodes.Status302Found, default, new Dictionary<string, string> { ["Location"] = "https://elsewhere.invalid/" });
            default:
                return executed;
        }
    }

    private static Dictionary<string, string>? RetryAfter(Fault fault) =>
        fault.RetryAfter is { } seconds ? new() { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) } : null;

    private static async Task<bool> SendAsync(SandboxRequest request, SandboxAnswer answer)
    {
        var response = request.Http.Response;
        response.StatusCode = answer.Status;
        response.ContentLength = answer.Body.Length;
        if (!answer.Body.IsEmpty) response.ContentType = "application/json; charset=utf-8";
        foreach (var (header, value) in answer.Headers ?? new Dictionary<string, string>()) response.Headers[header] = value;
        if (request.Fault?.Kind != FaultKind.CutBody)
        {
            await response.Body.WriteAsync(answer.Body, request.Aborted);
            return true;
        }
        await response.Body.WriteAsync(answer.Body[..(answer.Body.Length / 2)], request.Aborted);
        await response.Body.FlushAsync(request.Aborted);
        return false;
    }

    private static SandboxAnswer? Cut(SandboxRequest request)
    {
        request.Http.Abort();
        return null;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }

    private static string? TextOf(ReadOnlyMemory<byte> body) => body.IsEmpty ? null : Encoding.UTF8.GetString(body.Span);
}
