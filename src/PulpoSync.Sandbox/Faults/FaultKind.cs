namespace PulpoSync.Sandbox;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>Answers with <see cref="Fault.Status"/>, <see cref="Fault.RetryAfter"/> and <see cref="Fault.Body"/>.</summary>
    Status,

    /// <summary>Never answers; ends when the client leaves. Nothing was executed.</summary>
    Timeout,

    /// <summary>The connection is cut before anything was executed.</summary>
    CutBefore,

    /// <summary>The request is executed, then the connection is cut: the answer is lost.</summary>
    CutAfter,

    /// <summary>The request is executed; half the answer arrives, then the connection is cut.</summary>
    CutBody,

    /// <summary>The request is executed; its answer arrives with the body that <see cref="Fault.Spoil"/> makes of it.</summary>
    Spoilt,

    /// <summary>An HTML page with <see cref="Fault.Status"/> instead of JSON, as proxies give it.</summary>
    Html,

    /// <summary>An answer without a body, with <see cref="Fault.Status"/>.</summary>
    EmptyBody,

    /// <summary>302 to another host.</summary>
    Redirect,

    /// <summary>Holds the request before it is executed, until released or until the client leaves.</summary>
    HangBefore,

    /// <summary>Executes the request, then holds the answer until released or until the client leaves.</summary>
    HangAfter,

    /// <summary>Shopify's THROTTLED: HTTP 200 with an error, nothing executed. No effect elsewhere.</summary>
    Throttled,

    /// <summary>Shopify's INTERNAL_SERVER_ERROR: HTTP 200 with an error, nothing executed. No effect elsewhere.</summary>
    InternalError,

    /// <summary>The request is executed as if it did not say what it wants: a server that ignores a filter answers with everything.</summary>
    FilterIgnored,

    /// <summary>The request is executed as if it asked for the first page; <see cref="Fault.Spoil"/>, where there is one, makes something else of the answer.</summary>
    PagingIgnored,
}
