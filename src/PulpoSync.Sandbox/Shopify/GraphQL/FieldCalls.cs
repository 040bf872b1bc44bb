namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// The calls of an operation's fields, by the fields' index. Arguments are the same for all objects, so they are read once for each request.
/// </summary>
internal static class FieldCalls
{
    public static IReadOnlyList<FieldCall> Of(PlannedOperation operation, IReadOnlyDictionary<string, object?> variables, RequestContext context)
    {
        var calls = new FieldCall[operation.FieldCount];
        foreach (var field in operation.Fields) Add(field);
        return calls;

        void Add(PlannedField field)
        {
            calls[field.Index] = new FieldCall(field, ArgumentsOf(field, variables), context)
            {
                IdempotencyKey = Literals.ValueOf(field.IdempotencyKey, variables) as string,
            };
            foreach (var child in field.Selections?.Values.SelectMany(f => f) ?? []) Add(child);
        }
    }

    private static Dictionary<string, object?> ArgumentsOf(PlannedField field, IReadOnlyDictionary<string, object?> variables)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (field.Definition is null) return arguments;
        foreach (var definition in field.Definition.Arguments.Values.Where(a => a.HasDefault)) arguments[definition.Name] = definition.Default;
        foreach (var argument in field.Arguments)
        {
            // A variable that was not given leaves the default.
            if (argument.Value is GraphQLParser.AST.GraphQLVariable variable && !variables.ContainsKey(variable.Name.StringValue)) continue;
            arguments[argument.Name.StringValue] = Literals.ValueOf(argument.Value, variables);
        }
        return arguments;
    }
}
