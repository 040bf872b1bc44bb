using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>One request to Billbee: what is asked, and the ways to answer it.</summary>
internal sealed class BillbeeCall(BillbeeWorld world, SandboxRequest request, IReadOnlyList<string> values)
{
    public BillbeeWorld World { get; } = world;

    public BillbeeOptions Options => World.Options;

    public BillbeeQuery Query { get; } = new(request.Http.Request.Query, world.Options);

    /// <summary>A value of the path.</summary>
    public string Value(int place = 0) => values[place];

    /// <summary>An id of the path; -1, which nothing has, for what is no number.</summary>
    public long Id() => long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    /// <summary>The body.</summary>
    /// <exception cref="BillbeeRequestException">It is none of that kind.</exception>
    public T Body<T>() where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(request.Body.Span, BillbeeJson.Reading) ?? throw new BillbeeRequestException("The request is invalid.");
        }
        catch (JsonException)
        {
            throw new BillbeeRequestException("The request is invalid.");
        }
    }

    /// <summary>The envelope with a result.</summary>
    public BillbeeAnswer Result(object? data) => World.Answers.Bare(StatusCodes.Status200OK, World.Answers.Envelope(BillbeeErrorCode.NoError, null, data));

    /// <summary>An answer without envelope.</summary>
    public BillbeeAnswer Bare(object value) => World.Answers.Bare(StatusCodes.Status200OK, value);

    /// <summary>A page of rows in the paged envelope; a page behind the last is empty.</summary>
    /// <exception cref="BillbeeRequestException">There are no such pages.</exception>
    public BillbeeAnswer Paged<T>(IReadOnlyList<T> rows)
    {
        var (page, size) = (Query.Integer("page") ?? 1, Query.Integer("pageSize") ?? 50);
        // The bounds are documented, what happens beyond them is not: refusing tells a client most.
        if (page < 1 || size is < 1 or > 250) throw new BillbeeRequestException("The request is invalid.");
        var paging = new { Page = page, TotalPages = (rows.Count + size - 1) / size, TotalRows = rows.Count, PageSize = size };
        return World.Answers.Paged(paging, rows.Skip((int)Math.Min((page - 1) * size, int.MaxValue)).Take((int)size));
    }

    /// <summary>The answer for an order or article that is not there.</summary>
    public BillbeeAnswer Missing(BillbeeErrorCode code, string message) => World.Answers.Refusal(Options.MissingStatus, code, message);

    /// <summary>The answer for what Billbee does not do.</summary>
    public BillbeeAnswer Refused(BillbeeErrorCode code, string message) => World.Answers.Refusal(Options.RefusalStatus, code, message);

    /// <summary>Does something with the order of the path.</summary>
    public BillbeeAnswer WithOrder(Func<BillbeeOrder, BillbeeAnswer> act) =>
        World.Orders.TryGetValue(Id(), out var order) ? act(order) : Missing(BillbeeErrorCode.OrderNotFound, "Order not found");
}
