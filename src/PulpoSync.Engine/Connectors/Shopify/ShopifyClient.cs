using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Sends documents to a shop's Admin API. Waiting, retries and transport faults are <see cref="HttpSender"/>'s.</summary>
internal sealed class ShopifyClient
{
    private readonly ConnectorContext _context;
    private readonly ShopifyCredential _credential;
    private readonly ShopifyTokens _tokens;
    private readonly Uri _endpoint;
    private readonly string _bucket;
    private volatile BucketShape _shape = ShopifyCost.FirstShape;

    public ShopifyClient(ConnectorContext context, ShopifyCredential credential)
    {
        (_context, _credential) = (context, credential);
        _tokens = new ShopifyTokens(context, credential);
        _endpoint = new Uri(ShopifyAddress.Root(credential.Address), $"admin/api/{credential.ApiVersion}/graphql.json");
        // Shopify keeps a bucket per app and shop. A permanent token does not tell its app; two apps of one shop then share a bucket, which only slows.
        _bucket = $"Shopify|{credential.Address}|{credential.ClientId}";
    }

    /// <summary>The shop for messages.</summary>
    public string Shop => _credential.Address;

    /// <summary>The API version that is asked for.</summary>
    public string ApiVersion => _credential.ApiVersion;

    /// <summary>Runs a document.</summary>
    /// <param name="document">Document.</param>
    /// <param name="variables">Variables; explicit nulls are sent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="first">Page size, for the cost.</param>
    /// <param name="mayShrink">True where the caller answers <see cref="ShopifyAnswer.IsTooLarge"/> with a smaller page.</param>
    /// <returns>The answer; errors in single parts of it are left to the caller.</returns>
    /// <exception cref="FailureException">No usable answer.</exception>
    public Task<ShopifyAnswer> QueryAsync(
        ShopifyDocument document, JsonObject variables, CancellationToken cancellationToken, int first = 1, bool mayShrink = false) =>
        SendAsync(document, variables, CallKind.Read, first, mayShrink, cancellationToken);

    /// <summary>Runs a mutation. What it did not do for reasons of its own stands in the payload's user errors (<see cref="ShopifyUserError"/>).</summary>
    /// <param name="document">Document with one mutation.</param>
    /// <param name="variables">Variables; explicit nulls are sent.</param>
    /// <param name="kind">
    /// <see cref="CallKind.IdempotentWrite"/> where the same variables twice have one effect (an <c>@idempotent</c> key, tags), else <see cref="CallKind.Write"/>.
    /// </param>
    /// <param name="cancellationToken">Cancels until the request leaves.</param>
    /// <exception cref="FailureException">No usable answer; <see cref="FailureException.OutcomeUnknown"/> where it may have been executed.</exception>
    public Task<ShopifyAnswer> MutateAsync(ShopifyDocument document, JsonObject variables, CallKind kind, CancellationToken cancellationToken) =>
        SendAsync(document, variables, kind, first: 1, mayShrink: false, cancellationToken);

    private async Task<ShopifyAnswer> SendAsync(
        ShopifyDocument document, JsonObject variables, CallKind kind, int first, bool mayShrink, CancellationToken cancellationToken)
    {
        var body = Body(document, variables);
        string? rejected = null;
        while (true)
        {
            var token = await _tokens.GetAsync(rejected, cancellationToken).ConfigureAwait(false);
            var memo = new AnswerMemo();
            var call = Call(document, body, token, document.Cost.At(first), memo, mayShrink) with { Kind = kind };
            var reply = await _context.Http.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (reply.Status == 401 && rejected is null && _tokens.CanRenew)
            {
                rejected = token;
                continue;
            }

            var refused = ShopifyFailures.OfStatus(call, reply, Shop, _context.Time.GetUtcNow());
            var (answer, unreadable) = refused is null ? memo.Of(call, reply) : default;
            if (answer is null) throw new FailureException(refused ?? unreadable!) { OutcomeUnknown = kind == CallKind.Write && refused is null };
            if (mayShrink && answer.IsTooLarge) return answer;
            if (ShopifyFailures.OfAnswer(document, answer, Shop) is not { } failure) return answer;
            // With errors and no data nothing was executed; with neither, nobody knows.
            throw new FailureException(failure) { OutcomeUnknown = kind == CallKind.Write && answer.Errors.Count == 0 };
        }
    }

    private HttpCall Call(ShopifyDocument document, ReadOnlyMemory<byte> body, string token, int cost, AnswerMemo memo, bool mayShrink)
    {
        HttpCall? call = null;
        return call = new HttpCall
        {
            Method = HttpMethod.Post,
            Uri = _endpoint,
            Kind = CallKind.Read,
            Operation = document.Name,
            System = ShopifySpec.Name,
            Headers = new Dictionary<string, string> { ["X-Shopify-Access-Token"] = token },
            Body = body,
            IsSandbox = _context.IsSandbox,
            Limits = [new RateLimit.Bucket(_bucket, cost, _shape)],
            OnReply = reply => Observe(memo.Of(call!, reply).Answer?.Cost),
            FailureInside = reply =>
            {
                var (answer, unreadable) = memo.Of(call!, reply);
                return answer is null ? unreadable : ShopifyFailures.ToRetry(answer, mayShrink);
            },
        };
    }

    private void Observe(ShopifyCost? cost)
    {
        if (cost is null) return;
        _shape = cost.Shape;
        _context.Http.Observe(_bucket, cost.Available, cost.Shape);
    }

    private static ReadOnlyMemory<byte> Body(ShopifyDocument document, JsonObject variables)
    {
        var buffer = new ArrayBufferWriter<byte>(document.Text.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("query", document.Text);
            writer.WritePropertyName("variables");
            variables.WriteTo(writer);
            writer.WriteString("operationName", document.Name);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
