using System.Text;

namespace PulpoSync.Sandbox;

/// <summary>One request to an emulated vendor: what was asked, and the way to answer it.</summary>
internal sealed class SandboxRequest(HttpContext http, string system, string name, string path, ReadOnlyMemory<byte> body)
{
    /// <summary>The request as ASP.NET sees it. Its response is not to be used: the answer goes through this class.</summary>
    public HttpContext Http { get; } = http;

    /// <summary>The vendor: <c>shopify</c>, <c>pulpo</c> or <c>billbee</c>.</summary>
    public string System { get; } = system;

    /// <summary>The shop, tenant or account: the segment after the system.</summary>
    public string Name { get; } = name;

    /// <summary>What follows the name, without leading slash and query: <c>admin/api/2026-10/graphql.json</c>, <c>api/v1/auth</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The HTTP method in capitals.</summary>
    public string Method => Http.Request.Method;

    /// <summary>The body as it was sent.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; } = body;

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The GraphQL operation's name, or <c>METHOD /path/{id}</c>: what faults and counts go by.</summary>
    public string Operation
    {
        get => field ??= OperationName.Of(this);
        internal set;
    }

    /// <summary>
    /// The fault that hits the request, or null. The host deals with it, but for the kinds that only the emulator can put in the vendor's words:
    /// <see cref="FaultKind.Throttled"/> and <see cref="FaultKind.InternalError"/>.
    /// </summary>
    public Fault? Fault { get; internal set; }

    /// <summary>Cancelled when the client leaves or the sandbox stops.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The vendor's version that served the request, for the record of the traffic.</summary>
    public string? ApiVersion { get; set; }

    internal SandboxAnswer? Answer { get; private set; }

    /// <summary>Sets the answer. It is sent when the emulator is done, so that faults can take it away again.</summary>
    public Task AnswerAsync(int status, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string>? headers = null)
    {
        Answer = new SandboxAnswer(status, body, headers);
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="AnswerAsync(int, ReadOnlyMemory{byte}, IReadOnlyDictionary{string, string}?)"/>
    public Task AnswerAsync(int status, string body, IReadOnlyDictionary<string, string>? headers = null) =>
        AnswerAsync(status, Encoding.UTF8.GetBytes(body), headers);
}
