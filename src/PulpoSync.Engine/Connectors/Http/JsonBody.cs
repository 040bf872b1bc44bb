using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Reads answers that have to be JSON.</summary>
public static class JsonBody
{
    /// <summary>The answer as JSON.</summary>
    /// <exception cref="FailureException">
    /// It is none: Transient for a web page (a proxy's or a maintenance page), Protocol for anything else. Names type and length, never the content.
    /// The outcome of a <see cref="CallKind.Write"/> is then unknown.
    /// </exception>
    public static JsonDocument Parse(HttpCall call, HttpReply reply) =>
        TryParse(reply) ?? throw new FailureException(NotJson(call, reply)) { OutcomeUnknown = call.Kind == CallKind.Write };

    /// <summary>The answer as JSON; null where it is none, as error answers may be.</summary>
    public static JsonDocument? TryParse(HttpReply reply)
    {
        var body = reply.Body.Span.StartsWith("\uFEFF"u8) ? reply.Body[3..] : reply.Body;
        if (body.IsEmpty) return null;
        try
        {
            return JsonDocument.Parse(WholeText.Of(body));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The failure that a web page is where an answer should be: a proxy's, or one of maintenance; null where the answer is none.</summary>
    public static Failure? PageInstead(HttpCall call, HttpReply reply) => IsPage(reply) ? NotJson(call, reply) : null;

    private static bool IsPage(HttpReply reply) => reply.Header("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    private static Failure NotJson(HttpCall call, HttpReply reply)
    {
        var type = reply.Header("Content-Type") ?? "no content type";
        return new Failure(
            IsPage(reply) ? FailureKind.Transient : FailureKind.Protocol,
            "NotJson",
            $"{call.System} answered {call.Operation} ({reply.Status}) with something other than JSON: {type}, {reply.Body.Length} bytes.");
    }
}
