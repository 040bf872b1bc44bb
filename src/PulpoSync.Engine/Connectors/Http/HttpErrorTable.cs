namespace PulpoSync.Engine.Connectors.Http;

/// <summary>The one table from HTTP status to failure. A connector that reads more out of a body starts from here.</summary>
public static class HttpErrorTable
{
    /// <summary>The failure that an answer's status means; null for 2xx.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reply">Its answer; the body is not looked at.</param>
    /// <param name="now">Now, for a Retry-After that is a date.</param>
    public static Failure? Of(HttpCall call, HttpReply reply, DateTimeOffset now)
    {
        if (reply.IsSuccess) return null;
        var (kind, code, text) = Row(reply.Status);
        return new Failure(
            kind, code, $"{call.System} answered {call.Operation} with {reply.Status}: {text}.", RetryAfterHeader.Read(reply.Header("Retry-After"), now));
    }

    private static (FailureKind Kind, string Code, string Text) Row(int status) => status switch
    {
        401 => (FailureKind.Authentication, "Unauthorized", "the credential is refused"),
        402 => (FailureKind.Authorization, "PaymentRequired", "the account is frozen or unpaid"),
        403 => (FailureKind.Authorization, "Forbidden", "the user or app may not do this"),
        423 => (FailureKind.Authorization, "Locked", "the account is locked"),
        404 or 410 => (FailureKind.NotFound, "NotFound", "it does not exist"),
        408 => (FailureKind.Transient, "Timeout", "the server waited too long for the request"),
        409 => (FailureKind.Conflict, "Conflict", "it collides with something that is there"),
        400 or 413 or 422 => (FailureKind.Data, "BadRequest", "the content is refused"),
        429 => (FailureKind.RateLimited, "TooManyRequests", "too many requests"),
        >= 500 => (FailureKind.Transient, "ServerError", "the server has trouble of its own"),
        >= 300 and < 400 => (FailureKind.Protocol, "Redirected", "a redirect, which is not followed; check the address"),
        _ => (FailureKind.Protocol, "UnexpectedStatus", "not an answer that was expected"),
    };
}
