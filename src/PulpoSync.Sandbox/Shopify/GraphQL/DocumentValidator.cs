using System.Collections.Immutable;
using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Holds a document against the schema. Rules, codes and messages are those seen in Shopify's answers.</summary>
internal sealed class DocumentValidator(Schema schema, GraphQLDocument document, ValidationReport report)
{
    private static readonly string[] KnownDirectives = ["include", "skip", "idempotent"];

    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments =
        document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(f => f.FragmentName.Name.StringValue);

    private OperationVariables _variables = null!;

    public void Validate(GraphQLOperationDefinition operation)
    {
        var kind = operation.Operation == OperationType.Mutation ? "mutation" : "query";
        var name = operation.Name?.StringValue;
        ImmutableList<object> path = [name is null ? kind : $"{kind} {name}"];
        _variables = new OperationVariables(schema, operation, report, path);
        var root = operation.Operation == OperationType.Mutation ? schema.Mutation : schema.Query;
        CheckSelections(operation.SelectionSet, root, path, []);
        _variables.ReportUnused();
    }

    private void CheckSelections(GraphQLSelectionSet selections, SchemaType type, ImmutableList<object> path, ImmutableHashSet<string> spreads)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    CheckField(field, type, path.Add((field.Alias?.Name ?? field.Name).StringValue), spreads);
                    break;
                case GraphQLInlineFragment fragment:
                    var condition = fragment.TypeCondition?.Type.Name.StringValue;
                    CheckFragment(fragment, fragment.SelectionSet, condition, type, path.Add(condition is null ? "..." : $"... on {condition}"), spreads);
                    break;
                case GraphQLFragmentSpread spread:
                    CheckSpread(spread, type, path, spreads);
                    break;
            }
        }
    }

    private void CheckSpread(GraphQLFragmentSpread spread, SchemaType type, ImmutableList<object> path, ImmutableHashSet<string> spreads)
    {
        var name = spread.FragmentName.Name.StringValue;
        if (!_fragments.TryGetValue(name, out var fragment))
            report.Add(spread, path, "useAndDefineFragment", $"Fragment {name} was used, but not defined", "fragmentName", name);
        else if (spreads.Contains(name))
            report.Add(spread, path, "infiniteLoop", $"Fragment {name} contains an infinite loop", "fragmentName", name);
        else
            CheckFragment(spread, fragment.SelectionSet, fragment.TypeCondition.Type.Name.StringValue, type, [$"fragment {name}"], spreads.Add(name));
    }

    private void CheckFragment(
        ASTNode node, GraphQLSelectionSet selections, string? condition, SchemaType outer, ImmutableList<object> path, ImmutableHashSet<string> spreads)
    {
        var inner = condition is null ? outer : schema.Find(condition);
        if (inner is null || inner.Fields.Count == 0)
            report.Add(node, path, "undefinedType", $"No such type {condition}, so it can't be a fragment condition", "typeName", condition);
        else if (!schema.PossibleTypes(inner).Intersect(schema.PossibleTypes(outer)).Any())
            report.Add(node, path, "cannotSpreadFragment", $"Fragment on {inner.Name} can't be spread inside {outer.Name}",
                "typeName", inner.Name, "fragmentName", "unknown", "parentName", outer.Name);
        else
            CheckSelections(selections, inner, path, spreads);
    }

    private void CheckField(GraphQLField node, SchemaType owner, ImmutableList<object> path, ImmutableHashSet<string> spreads)
    {
        var name = node.Name.StringValue;
        CheckDirectives(node, path);
        if (name == "__typename") return;
        if (!owner.Fields.TryGetValue(name, out var field))
        {
            report.Add(node, path, "undefinedField", $"Field '{name}' doesn't exist on type '{owner.Name}'", "typeName", owner.Name, "fieldName", name);
            return;
        }
        CheckArguments(node, field, path);
        var type = schema[field.Type.Named];
        if (type.IsLeaf && node.SelectionSet is { } onLeaf)
        {
            var names = string.Join(", ", onLeaf.Selections.OfType<GraphQLField>().Select(f => $"\"{f.Name.StringValue}\""));
            report.Add(node, path, "selectionMismatch", $"Selections can't be made on scalars (field '{name}' returns {type.Name} but has selections [{names}])",
                "nodeName", $"field '{name}'", "typeName", type.Name);
        }
        else if (!type.IsLeaf && node.SelectionSet is null)
        {
            report.Add(node, path, "selectionMismatch",
                $"Field must have selections (field '{name}' returns {type.Name} but has no selections. Did you mean '{name} {{ ... }}'?)",
                "nodeName", $"field '{name}'", "typeName", type.Name);
        }
        else if (node.SelectionSet is { } selections)
        {
            CheckSelections(selections, type, path, spreads);
        }
    }

    private void CheckArguments(GraphQLField node, SchemaField field, ImmutableList<object> path)
    {
        var given = (node.Arguments ?? Enumerable.Empty<GraphQLArgument>()).ToDictionary(a => a.Name.StringValue);
        foreach (var (name, argument) in given)
        {
            if (field.Arguments.TryGetValue(name, out var definition))
                new LiteralRules(schema, report, _variables).CheckArgument(node, argument, definition, field.Name, path.Add(name));
            else
                report.Add(argument, path.Add(name), "argumentNotAccepted", $"Field '{field.Name}' doesn't accept argument '{name}'",
                    "name", field.Name, "typeName", "Field", "argumentName", name);
        }
        var missing = string.Join(", ", field.Arguments.Values.Where(a => a.IsRequired && !given.ContainsKey(a.Name)).Select(a => a.Name));
        if (missing.Length > 0)
            report.Add(node, path, "missingRequiredArguments", $"Field '{field.Name}' is missing required arguments: {missing}",
                "className", "Field", "name", field.Name, "arguments", missing);
    }

    private void CheckDirectives(GraphQLField node, ImmutableList<object> path)
    {
        foreach (var directive in node.Directives ?? Enumerable.Empty<GraphQLDirective>())
        {
            var name = directive.Name.StringValue;
            if (!KnownDirectives.Contains(name))
                report.Add(directive, path, "undefinedDirective", $"Directive @{name} is not defined", "directiveName", name);
            else if (name == "idempotent" && directive.Arguments?.Any(a => a.Name.StringValue == "key") != true)
                report.Add(directive, path, "missingRequiredArguments", "Directive 'idempotent' is missing required arguments: key",
                    "className", "Directive", "name", name, "arguments", "key");
            foreach (var argument in directive.Arguments ?? Enumerable.Empty<GraphQLArgument>())
                if (argument.Value is GraphQLVariable variable) _variables.Use(variable, path);
        }
    }
}
