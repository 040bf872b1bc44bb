using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>The variables that an operation declares, and which of them it uses.</summary>
internal sealed class OperationVariables
{
    private readonly ValidationReport _report;
    private readonly IReadOnlyList<object> _path;
    private readonly string _operation;
    private readonly Dictionary<string, GraphQLVariableDefinition> _declared;
    private readonly HashSet<string> _used = [];

    public OperationVariables(Schema schema, GraphQLOperationDefinition operation, ValidationReport report, IReadOnlyList<object> path)
    {
        _report = report;
        _path = path;
        _operation = operation.Name?.StringValue ?? "anonymous query";
        _declared = (operation.Variables ?? Enumerable.Empty<GraphQLVariableDefinition>()).ToDictionary(v => v.Variable.Name.StringValue);
        foreach (var (name, definition) in _declared)
        {
            var type = Schema.RefOf(definition.Type).Named;
            if (schema.Find(type) is not { Kind: SchemaTypeKind.Scalar or SchemaTypeKind.Enum or SchemaTypeKind.Input })
                report.Add(definition, path, "variableRequiresValidType", $"{type} isn't a defined input type (on ${name})", "variableName", name, "typeName", type);
        }
    }

    /// <summary>Marks a variable as used and gives its declaration; null when there is none, which is reported.</summary>
    public GraphQLVariableDefinition? Use(GraphQLVariable variable, IEnumerable<object> path)
    {
        var name = variable.Name.StringValue;
        _used.Add(name);
        if (_declared.TryGetValue(name, out var definition)) return definition;
        _report.Add(variable, path, "variableNotDefined", $"Variable ${name} is used by {_operation} but not declared", "variableName", name);
        return null;
    }

    /// <summary>Reports a variable that does not fit where it is used.</summary>
    public void CheckUse(GraphQLVariable variable, SchemaArgument argument, IEnumerable<object> path)
    {
        if (Use(variable, path) is not { } definition) return;
        var declared = Schema.RefOf(definition.Type);
        // A default makes a nullable variable fit where a value is needed, as the GraphQL specification has it.
        var given = definition.DefaultValue is null ? declared : declared with { IsNonNull = true };
        var wanted = argument.HasDefault ? argument.Type.AsNullable : argument.Type;
        if (!Fits(given, wanted))
            _report.Add(variable, path, "variableMismatch",
                $"Type mismatch on variable ${variable.Name.StringValue} and argument {argument.Name} ({declared} / {argument.Type})",
                "variableName", variable.Name.StringValue, "typeName", declared.ToString(), "argumentName", argument.Name, "errorMessage", "Type mismatch");
    }

    public void ReportUnused()
    {
        foreach (var (name, definition) in _declared)
            if (!_used.Contains(name))
                _report.Add(definition, _path, "variableNotUsed", $"Variable ${name} is declared by {_operation} but not used", "variableName", name);
    }

    private static bool Fits(TypeRef given, TypeRef wanted)
    {
        if (wanted.IsNonNull && !given.IsNonNull) return false;
        if (wanted.Element is { } element) return given.Element is { } inner ? Fits(inner, element) : Fits(given, element);
        return given.Element is null && given.Name == wanted.Name;
    }
}
