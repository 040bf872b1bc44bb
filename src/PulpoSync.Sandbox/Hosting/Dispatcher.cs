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
        var request = new SandboxRequest(http, system, name, path ?? "", await ReadBodyAsync(http.Request));
        if (api.OperationOf(request) is { } operation) request.Operation = operation;
        request.Fault = host.Faults.Take(system, request.Method, request.Path, () => request.Operation);
        var client = request.Fault is { OutlivesClient: true } ? CancellationToken.None : http.RequestAborted;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(client, stopping);
        host.Traffic.Begin(system, request.Operation);
        var answer = await ProduceAsync(api, request, leaving.Token);
        // Before it is sent: who has the answer finds it counted and recorded.
        host.Traffic.End();
        request.Fault?.MarkEnded();
        recorder?.Write(RecordOf(request, IsVendors(request.Fault) ? answer : null));
        await SendAsync(request, answer);
    }

    // Null means that no answer is to arrive.
    private async Task<SandboxAnswer?> ProduceAsync(ISandboxApi api, SandboxRequest request, CancellationToken leaving)
    {
        try
        {
            if (Latency > TimeSpan.Zero) await Task.Delay(Latency, leaving);
            if (request.Fault is { IsBefore: true } before)
            {
                var refusal = await FaultEffects.ApplyAsync(before, null, leaving);
                if (before.Kind != FaultKind.HangBefore) return refusal;
            }
            if (request.Fault is { Kind: FaultKind.FilterIgnored }) TakenOff.Filter(request);
            if (request.Fault is { Kind: FaultKind.PagingIgnored }) TakenOff.Place(request);
            await api.HandleAsync(request);
            var answer = request.Answer ?? throw new InvalidOperationException($"The {api.Prefix} emulator gave no answer to {request.Operation}.");
            return request.Fault is { IsBefore: false } after ? await FaultEffects.ApplyAsync(after, answer, leaving) : answer;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // An error of the sandbox itself, of whatever kind, must not pass for one of the vendor's.
        catch (Exception e)
        {
            var headers = new Dictionary<string, string> { ["Content-Type"] = "text/plain", ["X-Sandbox-Defect"] = e.GetType().Name };
            return new SandboxAnswer(StatusCodes.Status500InternalServerError, Encoding.UTF8.GetBytes(e.ToString()), headers);
        }
#pragma warning restore CA1031
    }

    private async Task SendAsync(SandboxRequest request, SandboxAnswer? answer)
    {
        if (answer is null)
        {
            request.Http.Abort();
            return;
        }
        var response = request.Http.Response;
        response.StatusCode = answer.Status;
        response.ContentLength = answer.Body.Length;
        // The clock of a vendor's servers is the one that stamps its records.
        response.Headers.Date = host.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (!answer.Body.IsEmpty) response.ContentType = "application/json; charset=utf-8";
        foreach (var (header, value) in answer.Headers ?? new Dictionary<string, string>()) response.Headers[header] = value;
        var isCut = request.Fault?.Kind == FaultKind.CutBody;
        await response.Body.WriteAsync(isCut ? answer.Body[..(answer.Body.Length / 2)] : answer.Body, request.Aborted);
        if (!isCut) return;
        await response.Body.FlushAsync(request.Aborted);
        request.Http.Abort();
    }

    // What a fault makes up in place of a success says nothing about the vendor, and a body of its own is whatever a tester wrote there.
    private static bool IsVendors(Fault? fault) => fault is not ({ Body: not null } or { Kind: FaultKind.CutBody or FaultKind.Spoilt or FaultKind.PagingIgnored }
        or { Kind: FaultKind.Status or FaultKind.Html or FaultKind.EmptyBody, Status: < StatusCodes.Status300MultipleChoices });

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }

    private static TrafficRecord RecordOf(SandboxRequest request, SandboxAnswer? sent) => new(
        request.System, request.Method, request.Path, request.Http.Request.QueryString.Value ?? "",
        TextOf(request.Body), sent?.Status ?? 0, sent is null ? null : TextOf(sent.Body), request.ApiVersion,
        [.. SentCredentials.Of(request.Http.Request.Headers)]);

    private static string? TextOf(ReadOnlyMemory<byte> body) => body.IsEmpty ? null : Encoding.UTF8.GetString(body.Span);
}
