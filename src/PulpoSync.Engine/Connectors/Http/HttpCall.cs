namespace PulpoSync.Engine.Connectors.Http;

/// <summary>One call of a vendor's API.</summary>
public sealed record HttpCall
{
    /// <summary>Method.</summary>
    public required HttpMethod Method { get; init; }
    /// <summary>Absolute address.</summary>
    public required Uri Uri { get; init; }
    /// <summary>What may be done again.</summary>
    public required CallKind Kind { get; init; }
    /// <summary>Name for log and errors: GraphQL operation, or method and path without query.</summary>
    public required string Operation { get; init; }
    /// <summary>Name of the system for messages (<c>Shopify</c>).</summary>
    public required string System { get; init; }
    /// <summary>Headers, secrets among them; never logged.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    /// <summary>Body; null: none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }
    /// <summary>Type of the body.</summary>
    public string ContentType { get; init; } = "application/json";
    /// <summary>True for credentials that are marked as sandbox: loopback http is allowed.</summary>
    public bool IsSandbox { get; init; }
    /// <summary>Most tries; null: as the sender's options say. Logins take one: who bans addresses must not be asked again and again.</summary>
    public int? MaxTries { get; init; }
    /// <summary>Limits to respect before each try.</summary>
    public IReadOnlyList<RateLimit> Limits { get; init; } = [];
    /// <summary>Sees a failure inside a 2xx answer (Shopify's THROTTLED); it is then treated like a 429 or 5xx. Null: none.</summary>
    public Func<HttpReply, Failure?>? FailureInside { get; init; }
    /// <summary>Called with every answer, before anything else: to read what the vendor says of its limits.</summary>
    public Action<HttpReply>? OnReply { get; init; }
}
