using System.Net;
using System.Text;
using System.Text.Json;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Answers each GraphQL operation as a test says, and keeps what was asked. The last answer of an operation is given again and again.</summary>
internal sealed class ScriptedShop : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<JsonElement, HttpResponseMessage>>> _answers = new(StringComparer.Ordinal);
    private readonly object _gate = new();

    /// <summary>Operation, variables, token and raw body of each request.</summary>
    public List<(string Operation, JsonElement Variables, string? Token, string Body)> Asked { get; } = [];

    public IEnumerable<JsonElement> VariablesOf(string operation) => Asked.Where(ask => ask.Operation == operation).Select(ask => ask.Variables);

    /// <summary>Adds answers (JSON) to an operation; for a token request the operation is <c>token</c>.</summary>
    public ScriptedShop On(string operation, params string[] bodies)
    {
        foreach (var body in bodies) On(operation, _ => Json(body));
        return this;
    }

    public ScriptedShop On(string operation, Func<JsonElement, HttpResponseMessage> answer)
    {
        if (!_answers.TryGetValue(operation, out var queue)) _answers[operation] = queue = [];
        queue.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Json(string body, int status = 200, string version = "2026-10", string type = "application/json")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        response.Headers.Add("X-Shopify-API-Version", version);
        response.Headers.Add("X-Request-Id", "request-1");
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var isToken = request.RequestUri!.AbsolutePath.EndsWith("/oauth/access_token", StringComparison.Ordinal);
        var json = isToken ? default : JsonDocument.Parse(body).RootElement;
        var operation = isToken ? "token" : json.GetProperty("operationName").GetString()!;
        var variables = isToken ? default : json.GetProperty("variables");
        var token = request.Headers.TryGetValues("X-Shopify-Access-Token", out var values) ? values.Single() : null;
        Func<JsonElement, HttpResponseMessage> answer;
        lock (_gate)
        {
            Asked.Add((operation, variables, token, body));
            var queue = _answers.GetValueOrDefault(operation) ?? throw new InvalidOperationException($"No answer for {operation}.");
            answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        }

        return answer(variables);
    }
}
