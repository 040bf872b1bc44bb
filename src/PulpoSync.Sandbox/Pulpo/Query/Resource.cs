using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What lists of a kind of row can do: which fields they filter and sort by, and how a row is shown.</summary>
/// <param name="plural">The name of the list in the envelope.</param>
/// <param name="table">Where the rows are.</param>
/// <param name="fields">The filters beside those of every row.</param>
internal sealed class Resource<T>(string plural, Func<PulpoWorld, Table<T>> table, params IEnumerable<Field<T>> fields) where T : Entity
{
    private readonly Dictionary<string, Field<T>> _fields = Fields.Common(table).Concat(fields).ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Fills in what a row shows of others; the row itself by default.</summary>
    public Func<PulpoWorld, T, T> Embed { get; init; } = (_, row) => row;

    /// <summary>The rows that a list leaves out whatever is asked for.</summary>
    public Func<PulpoCall, T, bool>? Hidden { get; init; }

    /// <summary>Where <c>view_attributes</c> works, the names of what it never shows; null where it does not work.</summary>
    public IReadOnlySet<string>? Associations { get; init; }

    /// <summary>The limit when none is asked for; null for the tenant's.</summary>
    public int? DefaultLimit { get; init; }

    /// <summary>Answers a list of all rows.</summary>
    public PulpoAnswer List(PulpoCall call) => List(call, null);

    /// <summary>Answers a list of the rows given, or of all rows.</summary>
    public PulpoAnswer List(PulpoCall call, IEnumerable<T>? rows)
    {
        List<Func<T, bool>> conditions = [];
        List<FieldError> errors = [];
        foreach (var (name, value) in call.Query.Values)
        {
            if (!_fields.TryGetValue(name, out var field)) continue;
            if (value.Operator == QueryOperator.List && ListFilter(call.Options, field) is var filter and not MultiValueFilter.On)
            {
                if (filter == MultiValueFilter.Empty) conditions.Add(_ => false);
                continue;
            }
            if (field.Condition(value) is not { } condition)
            {
                errors.Add(new FieldError(name, FieldError.Invalid));
                continue;
            }
            conditions.Add(condition);
            if (rows is null && field.Lookup is { } lookup && value.Operator is QueryOperator.Equal or QueryOperator.List)
                rows = value.Operands.Distinct().SelectMany(text => lookup(call.World, text)).DistinctBy(row => row.Id).OrderBy(row => row.Id);
            if (rows is null && field.Since is { } since && IsFrom(value.Operator) && PulpoTime.Parse(value.Operands[0]) is { } time)
                rows = since(call.World, time);
        }
        if (errors.Count > 0) return call.Refused(errors, StatusCodes.Status400BadRequest);
        if (Hidden is { } hidden) conditions.Add(row => !hidden(call, row));
        var found = (rows ?? table(call.World).Rows).Where(row => conditions.TrueForAll(c => c(row))).ToList();
        return Page(call, Sorted(call, found), found.Count);
    }

    /// <summary>Answers the row with the first id of the path.</summary>
    public PulpoAnswer Show(PulpoCall call) =>
        table(call.World).Find(call.Id()) is { } row ? Show(call, row) : call.MissingId();

    /// <summary>Answers a row.</summary>
    public PulpoAnswer Show(PulpoCall call, T row, int status = StatusCodes.Status200OK) => PulpoAnswer.Of(status, Embed(call.World, row));

    private static bool IsFrom(QueryOperator op) => op is QueryOperator.GreaterOrEqual or QueryOperator.Greater or QueryOperator.Between;

    private static MultiValueFilter ListFilter(TenantOptions options, Field<T> field) =>
        field.TakesLists ? MultiValueFilter.On : options.MultiValueFilters.GetValueOrDefault(field.Name, options.MultiValueFilter);

    private IEnumerable<T> Sorted(PulpoCall call, List<T> rows)
    {
        IOrderedEnumerable<T>? sorted = null;
        foreach (var sort in call.Query.Texts("sort_by").SelectMany(s => s.Split(',')))
        {
            var parts = sort.Split(':');
            if (!_fields.TryGetValue(parts[0], out var field) || field.SortKey is not { } key) continue;
            var descending = parts is [_, "desc"];
            sorted = (sorted, descending) switch
            {
                (null, false) => rows.OrderBy(key, ValueOrder.Instance),
                (null, true) => rows.OrderByDescending(key, ValueOrder.Instance),
                ({ } first, false) => first.ThenBy(key, ValueOrder.Instance),
                ({ } first, true) => first.ThenByDescending(key, ValueOrder.Instance),
            };
        }
        return sorted ?? (IEnumerable<T>)rows;
    }

    private PulpoAnswer Page(PulpoCall call, IEnumerable<T> rows, int total)
    {
        var limit = call.Query.Count("limit") ?? DefaultLimit ?? call.Options.DefaultLimit;
        if (call.Query.Count("capped_limit") != 0) limit = Math.Min(limit, call.Options.LimitCap);
        var asked = Associations is null ? [] : call.Query.Texts("view_attributes");
        var attributes = asked.SelectMany(a => a.Split(',', StringSplitOptions.TrimEntries)).ToHashSet();

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PulpoJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteStartArray(plural);
            foreach (var row in rows.Skip(call.Query.Count("offset") ?? 0).Take(limit)) Write(json, Embed(call.World, row), attributes);
            json.WriteEndArray();
            json.WriteNumber("total_results", total);
            json.WriteEndObject();
        }
        return new PulpoAnswer(StatusCodes.Status200OK, buffer.ToArray());
    }

    private void Write(Utf8JsonWriter json, T row, HashSet<string> attributes)
    {
        if (attributes.Count == 0)
        {
            JsonSerializer.Serialize(json, row, PulpoJson.Options);
            return;
        }
        json.WriteStartObject();
        foreach (var property in JsonSerializer.SerializeToElement(row, PulpoJson.Options).EnumerateObject())
        {
            if (attributes.Contains(property.Name) && !Associations!.Contains(property.Name)) property.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
