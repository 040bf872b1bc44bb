using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Executes one operation and writes its <c>data</c>.</summary>
internal sealed class Execution : IDisposable
{
    private readonly RequestContext _context;
    private readonly IReadOnlyList<FieldCall> _calls;
    private readonly IReadOnlyDictionary<string, object?> _variables;
    private readonly FieldGrants _grants;
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly Utf8JsonWriter _json;
    private readonly List<GraphQLError> _errors = [];
    private readonly List<int> _indexes = [];

    public Execution(RequestContext context, IReadOnlyList<FieldCall> calls, IReadOnlyDictionary<string, object?> variables, FieldGrants grants)
    {
        _context = context;
        _calls = calls;
        _variables = variables;
        _grants = grants;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>What the execution has cost.</summary>
    public int ActualCost { get; private set; }

    /// <summary>The value of <c>data</c> as JSON: an object, or null when a field that must not be null has failed.</summary>
    public ReadOnlySpan<byte> Run(PlannedOperation operation)
    {
        if (_grants.RefusesAll)
        {
            foreach (var field in operation.Fields.Where(f => _grants.Refused.ContainsKey(f) && f.Definition!.Type.IsNonNull)) Refuse(field);
            return "null"u8;
        }
        try
        {
            _json.WriteStartObject();
            foreach (var field in operation.Fields) ActualCost += WriteRoot(field, operation.IsMutation);
            _json.WriteEndObject();
            _json.Flush();
        }
        catch (GraphQLException e) when (e.Data["field"] is PlannedField field)
        {
            _errors.Add(ErrorOf(e, field));
            return "null"u8;
        }
        return _buffer.WrittenSpan;
    }

    public void Dispose() => _json.Dispose();

    private int WriteRoot(PlannedField field, bool isMutation)
    {
        try
        {
            return WriteField(field, Root.Instance) + (isMutation ? CostModel.OfMutation(field) : 0);
        }
        catch (GraphQLException e)
        {
            // A root field's resolver fails before anything of it is written. A failure further down takes all, as does one that must not be null.
            var failed = (PlannedField)(e.Data["field"] ??= field);
            if (failed != field || field.Definition!.Type.IsNonNull) throw;
            _errors.Add(ErrorOf(e, field));
            _json.WriteNullValue();
            return isMutation ? CostModel.OfMutation(field) : 0;
        }
    }

    private int WriteFields(PlannedField[] fields, object source)
    {
        var cost = 0;
        foreach (var field in fields) cost += WriteField(field, source);
        return cost;
    }

    private int WriteField(PlannedField field, object source)
    {
        if (field.Conditions.Count > 0 && !field.Conditions.All(c => Equals(Literals.ValueOf(c.Value, _variables), c.Wanted))) return 0;
        _json.WritePropertyName(field.EncodedKey);
        if (_grants.Refused.Count > 0 && _grants.Refused.ContainsKey(field))
        {
            Refuse(field);
            _json.WriteNullValue();
            return 0;
        }
        object? value;
        try
        {
            value = field.Resolve(source, _calls[field.Index]);
        }
        catch (GraphQLException e)
        {
            e.Data["field"] = field;
            throw;
        }
        if (field.Definition is { Access.IsProtected: true } && _context.Shop.Options.EffectiveCustomerData == CustomerDataAccess.Null)
            value = field.Definition.Type.IsNonNull ? "" : null;
        var cost = WriteValue(field, field.Definition?.Type, value);
        return field.Definition is { IsConnection: true } && value is Page page ? OfConnection(page, cost) : cost;
    }

    private static int OfConnection(Page page, int costOfNodes) =>
        page.Edges.Count == 0 ? 2 : CostModel.OfConnection(page.Edges.Count, (int)Math.Ceiling(costOfNodes / (double)page.Edges.Count));

    private int WriteValue(PlannedField field, TypeRef? type, object? value)
    {
        if (value is null)
        {
            if (type is { IsNonNull: true })
                throw new InvalidOperationException($"The sandbox gives null for {field.Definition!.Owner}.{field.Definition.Name}.");
            _json.WriteNullValue();
            return 0;
        }
        if (type?.Element is { } element) return WriteList(field, element, (IEnumerable)value);
        if (field.Selections is null)
        {
            Scalars.Write(_json, value);
            return 0;
        }
        var selection = field.OnlySelection ?? field.Selections[FieldTable.Shared.TypeNameOf(value)];
        _json.WriteStartObject();
        var cost = CostModel.OfObject(field) + WriteFields(selection, value);
        _json.WriteEndObject();
        return cost;
    }

    // In a connection the nodes add up, since their number makes its price; a plain list costs what its dearest element does (inferred).
    private int WriteList(PlannedField field, TypeRef element, IEnumerable values)
    {
        var adds = field.Definition!.Owner.EndsWith("Connection", StringComparison.Ordinal);
        var cost = 0;
        _json.WriteStartArray();
        _indexes.Add(0);
        foreach (var value in values)
        {
            var one = WriteValue(field, element, value);
            cost = adds ? cost + one : Math.Max(cost, one);
            _indexes[^1]++;
        }
        _indexes.RemoveAt(_indexes.Count - 1);
        _json.WriteEndArray();
        return cost;
    }

    private void Refuse(PlannedField field)
    {
        var cause = _grants.Refused[field];
        _errors.Add(FieldGrants.ErrorFor(cause) with { Location = cause.Location, Path = PathOf(cause) });
    }

    private GraphQLError ErrorOf(GraphQLException e, PlannedField field) => new(e.Message)
    {
        Location = field.Location,
        Path = PathOf(field),
        Extensions = new Dictionary<string, object?> { ["code"] = e.Code },
    };

    // The names come from the plan, the positions in lists from where the execution now is.
    private List<object> PathOf(PlannedField field)
    {
        var chain = new Stack<PlannedField>();
        for (PlannedField? f = field; f is not null; f = f.Parent) chain.Push(f);
        var path = new List<object>();
        var depth = 0;
        foreach (var step in chain)
        {
            path.Add(step.Key);
            if (step != field && step.Definition!.Type.Element is not null && depth < _indexes.Count) path.Add(_indexes[depth++]);
        }
        return path;
    }
}
