using System.Collections.Immutable;
using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Holds the values written in a document against the types of their arguments.</summary>
internal sealed class LiteralRules(Schema schema, ValidationReport report, OperationVariables variables)
{
    public void CheckArgument(ASTNode field, GraphQLArgument argument, SchemaArgument definition, string fieldName, ImmutableList<object> path)
    {
        if (Check(argument.Value, definition, path)) return;
        report.Add(field, path, "argumentLiteralsIncompatible",
            $"Argument '{definition.Name}' on Field '{fieldName}' has an invalid value ({Literals.Print(argument.Value)}). Expected type '{definition.Type}'.",
            "typeName", "Field", "argumentName", definition.Name);
    }

    // False when the value as a whole does not fit; what is wrong inside an input object is reported there.
    private bool Check(GraphQLValue value, SchemaArgument definition, ImmutableList<object> path) => Check(value, definition.Type, definition, path);

    private bool Check(GraphQLValue value, TypeRef type, SchemaArgument definition, ImmutableList<object> path)
    {
        if (value is GraphQLVariable variable)
        {
            variables.CheckUse(variable, definition with { Type = type }, path);
            return true;
        }
        if (value is GraphQLNullValue) return !type.IsNonNull;
        if (type.Element is { } element)
        {
            return value is GraphQLListValue list
                ? (list.Values ?? []).Select((v, i) => Check(v, element, definition, path.Add(i))).All(fits => fits)
                : Check(value, element, definition, path);
        }
        return schema[type.Name] switch
        {
            { Kind: SchemaTypeKind.Input } input => value is GraphQLObjectValue fields && CheckFields(fields, input, path),
            { Kind: SchemaTypeKind.Enum } allowed => value is GraphQLEnumValue name && allowed.EnumValues.Contains(name.Name.StringValue),
            { Name: "Int" } => value is GraphQLIntValue number && int.TryParse(number.Value.Span, out _),
            { Name: "Float" } => value is GraphQLIntValue or GraphQLFloatValue,
            { Name: "Boolean" } => value is GraphQLBooleanValue,
            { Name: "ID" } => value is GraphQLStringValue or GraphQLIntValue,
            { Name: "String" or "DateTime" or "URL" } => value is GraphQLStringValue,
            _ => value is GraphQLStringValue or GraphQLIntValue or GraphQLFloatValue,
        };
    }

    private bool CheckFields(GraphQLObjectValue value, SchemaType input, ImmutableList<object> path)
    {
        var given = (value.Fields ?? []).ToDictionary(f => f.Name.StringValue);
        foreach (var (name, field) in given)
        {
            if (!input.InputFields.TryGetValue(name, out var definition))
                report.Add(field, path.Add(name), "argumentNotAccepted", $"InputObject '{input.Name}' doesn't accept argument '{name}'",
                    "name", input.Name, "typeName", "InputObject", "argumentName", name);
            else if (!Check(field.Value, definition, path.Add(name)))
                report.Add(field, path.Add(name), "argumentLiteralsIncompatible",
                    $"Argument '{name}' on InputObject '{input.Name}' has an invalid value ({Literals.Print(field.Value)}). Expected type '{definition.Type}'.",
                    "typeName", "InputObject", "argumentName", name);
        }
        foreach (var missing in input.InputFields.Values.Where(f => f.IsRequired && !given.ContainsKey(f.Name)))
            report.Add(value, path.Add(missing.Name), "missingRequiredInputObjectAttribute",
                $"Argument '{missing.Name}' on InputObject '{input.Name}' is required. Expected type {missing.Type}",
                "argumentName", missing.Name, "argumentType", missing.Type.ToString(), "inputObjectType", input.Name);
        return true;
    }
}
