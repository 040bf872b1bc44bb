using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Calls of PULPO's API with a valid token.</summary>
internal sealed class PulpoClient(ConnectorContext context)
{
    public const string System = "PULPO";

    private readonly PulpoTokens _tokens = new(context);
    private readonly IReadOnlyList<RateLimit> _limits =
        [new RateLimit.Concurrent($"pulpo|{context.Address}|{context.Fields[PulpoSettings.UserName]}", PulpoAssumptions.ConcurrentCalls)];

    /// <summary>Sends a call; a token that is refused is renewed once.</summary>
    /// <param name="method">Method.</param>
    /// <param name="path">Path below <c>/api/v1</c>.</param>
    /// <param name="kind">What may be done again.</param>
    /// <param name="query">Query, escaped; null: none.</param>
    /// <param name="body">JSON; null: none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>2xx, or a 4xx other than 401.</returns>
    public async Task<HttpReply> SendAsync(
        HttpMethod method, string path, CallKind kind, string? query, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetAsync(rejected: null, cancellationToken).ConfigureAwait(false);
        var call = Call(method, path, kind, query, body);
        var reply = await context.Http.SendAsync(WithToken(call, token), cancellationToken).ConfigureAwait(false);
        if (reply.Status != 401) return reply;

        token = await _tokens.GetAsync(rejected: token, cancellationToken).ConfigureAwait(false);
        reply = await context.Http.SendAsync(WithToken(call, token), cancellationToken).ConfigureAwait(false);
        return reply.Status != 401 ? reply : throw new FailureException(Failure(call, reply));
    }

    /// <summary>Reads one object.</summary>
    public async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var (call, reply) = await GetAsync(path, cancellationToken).ConfigureAwait(false);
        return Element(call, reply, type);
    }

    /// <summary>Reads one object; null where there is none (400 is declared for ids that do not exist).</summary>
    public async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var (call, reply) = await GetAsync(path, cancellationToken).ConfigureAwait(false);
        return reply.Status is 400 or 404 ? null : Element(call, reply, type);
    }

    /// <summary>Reads one page of a list.</summary>
    /// <returns>The page; null where PULPO refuses the question (400, 404, 422).</returns>
    public async Task<PulpoPage<T>?> PageAsync<T>(
        string path, string name, string query, int offset, JsonTypeInfo<T> type, CancellationToken cancellationToken, string? sortBy = "id", bool descending = false)
    {
        var call = Call(HttpMethod.Get, path, CallKind.Read, null, null);
        var order = sortBy is null ? "" : $"&sort_by={sortBy}:{(descending ? "desc" : "asc")}";
        var paging = FormattableString.Invariant($"limit={PulpoAssumptions.PageSize}&offset={offset}{order}");
        var reply = await SendAsync(call.Method, path, call.Kind, query.Length == 0 ? paging : $"{query}&{paging}", null, cancellationToken).ConfigureAwait(false);
        if (reply.Status is 400 or 404 or 422) return null;
        if (!reply.IsSuccess) throw new FailureException(Failure(call, reply));
        using var document = JsonBody.Parse(call, reply);
        return PulpoList.Read(document.RootElement, name, type, call.Operation);
    }

    /// <summary>Reads a list that is not paged.</summary>
    /// <exception cref="FailureException">PULPO refuses the question, or gives less than it counts.</exception>
    public async Task<IReadOnlyList<T>> WholeAsync<T>(string path, string query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var call = Call(HttpMethod.Get, path, CallKind.Read, null, null);
        var reply = await SendAsync(call.Method, path, call.Kind, query, null, cancellationToken).ConfigureAwait(false);
        if (!reply.IsSuccess) throw new FailureException(Failure(call, reply));
        using var document = JsonBody.Parse(call, reply);
        var page = PulpoList.ReadOnly(document.RootElement, type, call.Operation);
        return page.Total is { } total && total > page.Items.Count
            ? throw new FailureException(new Failure(FailureKind.Protocol, "ListCut", $"PULPO gives {page.Items.Count} of {total} entries of {path}."))
            : page.Items;
    }

    /// <summary>Reads a list to its end.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string path, string name, string query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var page in PagesAsync(path, name, query, type, cancellationToken).ConfigureAwait(false)) all.AddRange(page.Items);
        return all;
    }

    /// <summary>Reads a list page by page.</summary>
    /// <exception cref="FailureException">PULPO refuses the question, or gives the same page again.</exception>
    public async IAsyncEnumerable<PulpoPage<T>> PagesAsync<T>(
        string path, string name, string query, JsonTypeInfo<T> type,
        [global::System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? before = null;
        for (var offset = 0; ;)
        {
            var page = await PageAsync(path, name, query, offset, type, cancellationToken).ConfigureAwait(false)
                ?? throw new FailureException(new Failure(FailureKind.Protocol, "ListRefused", $"PULPO refuses to list {path}."));
            if (page.Items.Count == 0) yield break;
            DemandNext(path, before, page.Mark);
            yield return page;
            (before, offset) = (page.Mark, offset + page.Items.Count);
            // Without a total a page that is not full is the last; a server may also give more than was asked for, and then gives all.
            if (page.Total is { } total ? offset >= total : page.Items.Count != PulpoAssumptions.PageSize) yield break;
        }
    }

    /// <summary>Refuses a page that begins as the one before it: the offset is ignored, and there would be no end.</summary>
    public static void DemandNext(string path, string? before, string? mark)
    {
        if (mark is null || mark != before) return;
        throw new FailureException(new Failure(FailureKind.Protocol, "PageRepeats", $"PULPO gives the same page of {path} again and again."));
    }

    /// <summary>
    /// Holds the success of a write against what it says, where nobody looks afterwards. Somebody on the way may say 200 as well, with nothing or with something
    /// else: done is what the answer tells, or a status that only PULPO gives.
    /// </summary>
    /// <exception cref="FailureException">It says nothing; OutcomeUnknown for what must not be done twice.</exception>
    public void Confirm(HttpMethod method, string path, CallKind kind, HttpReply reply)
    {
        if (reply is { Status: 201 or 204, Body.IsEmpty: true }) return;
        JsonBody.Parse(Call(method, path, kind, null, null), reply).Dispose();
    }

    /// <summary>The failure that an answer's status means.</summary>
    public Failure Failure(HttpMethod method, string path, HttpReply reply) => Failure(Call(method, path, CallKind.Read, null, null), reply);

    private async Task<(HttpCall Call, HttpReply Reply)> GetAsync(string path, CancellationToken cancellationToken)
    {
        var call = Call(HttpMethod.Get, path, CallKind.Read, null, null);
        return (call, await SendAsync(call.Method, path, call.Kind, null, null, cancellationToken).ConfigureAwait(false));
    }

    private T Element<T>(HttpCall call, HttpReply reply, JsonTypeInfo<T> type)
    {
        if (!reply.IsSuccess) throw new FailureException(Failure(call, reply));
        using var document = JsonBody.Parse(call, reply);
        return PulpoList.Element(document.RootElement, type, call.Operation);
    }

    private Failure Failure(HttpCall call, HttpReply reply)
    {
        var failure = HttpErrorTable.Of(call, reply, context.Time.GetUtcNow())!;
        var errors = PulpoErrors.Read(reply);
        return errors.Count == 0 || reply.Status == 401 ? failure : failure with { Message = $"{failure.Message.TrimEnd('.')}; {string.Join("; ", errors)}." };
    }

    private HttpCall Call(HttpMethod method, string path, CallKind kind, string? query, ReadOnlyMemory<byte>? body) => new()
    {
        Method = method,
        Uri = new Uri($"{context.Address}{path}{(query is null ? "" : $"?{query}")}"),
        Kind = kind,
        Operation = $"{method} {path}",
        System = System,
        Body = body,
        IsSandbox = context.IsSandbox,
        Limits = _limits,
    };

    private static HttpCall WithToken(HttpCall call, string token) =>
        call with { Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" } };
}
