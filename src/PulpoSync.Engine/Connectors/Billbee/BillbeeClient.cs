using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>
/// Calls of Billbee's API: both authentications, the limits of the endpoint, and the envelope. An answer with an error code inside is a failure also where its
/// status is 200. Billbee's own texts stay inside, because they may quote what was sent.
/// </summary>
internal sealed class BillbeeClient(ConnectorContext context, BillbeeCredential credential)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>What every answer stands in, as far as we read it.</summary>
    private const string Data = nameof(Data);

    /// <summary>Sends a call whose answer is an envelope, and reads what it holds.</summary>
    /// <param name="call">Call.</param>
    /// <param name="read">Reads the data; an undefined element where there is none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FailureException">Refused, or no usable answer; OutcomeUnknown where a write may have been executed all the same.</exception>
    public async Task<T> SendAsync<T>(BillbeeCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var (http, reply) = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        using var document = JsonBody.Parse(http, reply);
        return Read(call, document.RootElement, read);
    }

    /// <summary>Sends a write whose answer says nothing but that it was done.</summary>
    /// <exception cref="FailureException">Refused; OutcomeUnknown where it may have been executed all the same.</exception>
    public async Task DoAsync(BillbeeCall call, CancellationToken cancellationToken)
    {
        try
        {
            var (http, reply) = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            // The contract promises an object, and the vendor's SDK takes a 204 too; anything else is that of somebody on the way.
            if (reply.Status != 204) JsonBody.Parse(http, reply).Dispose();
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Transient or FailureKind.Protocol && !e.OutcomeUnknown)
        {
            // Done twice it is as good as once, but whether it was done at all nobody has said.
            throw new FailureException(e.Failure, e) { OutcomeUnknown = true };
        }
    }

    /// <summary>Reads one thing; null where there is none.</summary>
    public async Task<T?> FindAsync<T>(BillbeeCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await SendAsync(call, data => data.ValueKind switch
            {
                JsonValueKind.Object => read(data),
                JsonValueKind.Undefined => null,
                // What exists must not be taken for gone.
                _ => throw Unexpected(call, "with something other than an object"),
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Reads a page of a list.</summary>
    /// <param name="path">Path of the list.</param>
    /// <param name="query">Filters, escaped; empty: none.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="pageSize">Entries per page, at most 250.</param>
    /// <param name="read">Reads an entry.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<BillbeePage<T>> PageAsync<T>(
        string path, string query, int page, int pageSize, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var paging = string.Create(CultureInfo.InvariantCulture, $"page={page}&pageSize={pageSize}");
        var call = new BillbeeCall(HttpMethod.Get, path) { Query = query.Length == 0 ? paging : $"{query}&{paging}" };
        var (http, reply) = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        using var document = JsonBody.Parse(http, reply);
        var (root, numbers) = (document.RootElement, document.RootElement.Get("Paging"));
        if (numbers?.Count("TotalPages") is not { } pages || numbers?.Count("TotalRows") is not { } rows || rows < 0) throw Unexpected(call, "without its paging");
        // Another page than was asked for would be taken for the one that is missed.
        if (numbers?.Count("Page") is { } told && told != page) throw Unexpected(call, "with another page than was asked for");
        return new BillbeePage<T>(Read(call, root, data => List(call, data, read)), pages, rows);
    }

    /// <summary>Reads a list that stands in no envelope; one that stands in one all the same is read too.</summary>
    public async Task<IReadOnlyList<T>> BareListAsync<T>(BillbeeCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var (http, reply) = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        using var document = JsonBody.Parse(http, reply);
        var root = document.RootElement;
        return List(call, root.ValueKind == JsonValueKind.Object ? root.Get(Data) ?? default : root, read);
    }

    /// <summary>The failure that an element of an answer tells of; null where it tells of none.</summary>
    public static Failure? FailureIn(string operation, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.Count("ErrorCode") is not { } code || code == BillbeeErrorCode.None) return null;
        var (kind, name, text) = BillbeeErrorCode.Of(code);
        return new Failure(kind, name, $"Billbee answered {operation}: {text}.");
    }

    /// <summary>The failure of an answer whose shape is not in the contract.</summary>
    public static FailureException Unexpected(BillbeeCall call, string how) => new(new Failure(
        FailureKind.Protocol, "UnexpectedShape", $"Billbee answered {Operation(call)} {how}, which is not in its contract."))
    {
        OutcomeUnknown = call.Kind == CallKind.Write,
    };

    private static string Operation(BillbeeCall call) => $"{call.Method} {call.Template}";

    private static T Read<T>(BillbeeCall call, JsonElement root, Func<JsonElement, T> read)
    {
        if (root.ValueKind != JsonValueKind.Object) throw Unexpected(call, "with something other than an object");
        if (!root.TryGetProperty(Data, out var data)) throw Unexpected(call, "without its data");
        return read(data.ValueKind == JsonValueKind.Null ? default : data);
    }

    private static List<T> List<T>(BillbeeCall call, JsonElement data, Func<JsonElement, T> read) => data.ValueKind == JsonValueKind.Array
        ? [.. data.EnumerateArray().Select(read)]
        : throw Unexpected(call, "with something other than a list");

    private async Task<(HttpCall Call, HttpReply Reply)> SendAsync(BillbeeCall call, CancellationToken cancellationToken)
    {
        var http = Http(call);
        var reply = await context.Http.SendAsync(http, cancellationToken).ConfigureAwait(false);
        if (Refusal(http, call, reply) is not { } failure) return (http, reply);
        // What a code means that nobody knows: perhaps that it was done all the same.
        throw new FailureException(failure) { OutcomeUnknown = call.Kind == CallKind.Write && reply.IsSuccess && failure.Kind is FailureKind.Protocol };
    }

    // A refusal of the status may carry a code that says more.
    private Failure? Refusal(HttpCall http, BillbeeCall call, HttpReply reply)
    {
        var inside = FailureInside(call, reply);
        if (reply.IsSuccess) return inside;
        var failure = HttpErrorTable.Of(http, reply, context.Time.GetUtcNow())!;
        return inside is not null && SaysMore(inside, failure) ? inside with { RetryAfter = failure.RetryAfter } : failure;
    }

    // Who asks, and how often, is told by the status.
    private static bool SaysMore(Failure inside, Failure failure) => inside.Kind == failure.Kind || failure.IsRecordOnly;

    private static Failure? FailureInside(BillbeeCall call, HttpReply reply)
    {
        using var document = JsonBody.TryParse(reply);
        return document is null ? null : FailureIn(Operation(call), document.RootElement);
    }

    private HttpCall Http(BillbeeCall call) => new()
    {
        Method = call.Method,
        Uri = new Uri($"{context.Address}{call.Path}{(call.Query is null ? "" : $"?{call.Query}")}"),
        Kind = call.Kind,
        Operation = Operation(call),
        System = BillbeeSpec.Name,
        Headers = credential.Headers,
        Body = call.Body,
        IsSandbox = context.IsSandbox,
        Limits = Limits(call),
        // Trouble of Billbee's own comes with status 200 as well.
        FailureInside = reply => FailureInside(call, reply) is { Kind: FailureKind.Transient } failure ? failure : null,
    };

    private RateLimit[] Limits(BillbeeCall call)
    {
        var key = $"Billbee|{context.Address}|{credential.Account}|{Operation(call)}";
        var endpoint = new RateLimit.Window(key, BillbeeAssumptions.CallsPerSecond, Second);
        return call.IsReadOfOneOrder ? [endpoint, new RateLimit.Window($"{key}|{call.Id}", BillbeeAssumptions.ReadsOfOneOrderPerMinute, Minute)] : [endpoint];
    }
}
