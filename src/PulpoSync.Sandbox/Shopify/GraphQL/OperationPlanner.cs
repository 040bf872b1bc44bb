using System.Text.Json;
using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Turns an operation that has passed the <see cref="DocumentValidator"/> into a plan.</summary>
internal sealed class OperationPlanner(Schema schema, FieldTable table, GraphQLDocument document, ValidationReport report)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments =
        document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(f => f.FragmentName.Name.StringValue);

    private int _count;

    public PlannedOperation Plan(GraphQLOperationDefinition operation)
    {
        _count = 0;
        var isMutation = operation.Operation == OperationType.Mutation;
        var fields = PlanFor(isMutation ? schema.Mutation : schema.Query, [operation.SelectionSet], null);
        var variables = (operation.Variables ?? Enumerable.Empty<GraphQLVariableDefinition>())
            .Select(v => new PlannedVariable(v.Variable.Name.StringValue, Schema.RefOf(v.Type), v.DefaultValue, report.At(v)));
        return new PlannedOperation(operation.Name?.StringValue, isMutation, [.. variables], fields, _count);
    }

    private PlannedField[] PlanFor(SchemaType type, IEnumerable<GraphQLSelectionSet> selections, PlannedField? parent)
    {
        var byKey = new Dictionary<string, List<Asked>>(StringComparer.Ordinal);
        foreach (var set in selections) Collect(set, type, [], byKey);
        return [.. byKey.Select(entry => Plan(entry.Key, entry.Value, type, parent))];
    }

    private PlannedField Plan(string key, List<Asked> nodes, SchemaType type, PlannedField? parent)
    {
        var node = nodes[0].Node;
        var definition = type.Fields.GetValueOrDefault(node.Name.StringValue);
        var field = new PlannedField
        {
            Index = _count++,
            Key = key,
            EncodedKey = JsonEncodedText.Encode(key),
            Definition = definition,
            Resolve = definition is null ? (_, _) => type.Name : table[type.Name, definition.Name],
            Arguments = [.. node.Arguments ?? Enumerable.Empty<GraphQLArgument>()],
            // A field that is also asked for without a condition is given in any case.
            Conditions = nodes.Exists(n => n.Conditions.Count == 0) ? [] : nodes[0].Conditions,
            IdempotencyKey = KeyOf(node),
            Location = report.At(node),
            Parent = parent,
        };
        var sets = nodes.Select(n => n.Node.SelectionSet).OfType<GraphQLSelectionSet>().ToArray();
        if (definition is null || sets.Length == 0) return field;
        field.Selections = schema.PossibleTypes(schema[definition.Type.Named]).ToDictionary(t => t.Name, t => PlanFor(t, sets, field));
        field.OnlySelection = field.Selections.Count == 1 ? field.Selections.Values.Single() : null;
        return field;
    }

    private void Collect(GraphQLSelectionSet set, SchemaType type, List<(GraphQLValue, bool)> outer, Dictionary<string, List<Asked>> byKey)
    {
        foreach (var selection in set.Selections)
        {
            List<(GraphQLValue, bool)> conditions = [.. outer, .. ConditionsOf(selection)];
            switch (selection)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!byKey.TryGetValue(key, out var fields)) byKey[key] = fields = [];
                    fields.Add(new Asked(field, conditions));
                    break;
                case GraphQLInlineFragment fragment when Applies(fragment.TypeCondition, type):
                    Collect(fragment.SelectionSet, type, conditions, byKey);
                    break;
                case GraphQLFragmentSpread spread:
                    var named = _fragments[spread.FragmentName.Name.StringValue];
                    if (Applies(named.TypeCondition, type)) Collect(named.SelectionSet, type, conditions, byKey);
                    break;
            }
        }
    }

    private static GraphQLValue? KeyOf(GraphQLField node) =>
        node.Directives?.FirstOrDefault(d => d.Name.StringValue == "idempotent")?.Arguments?.FirstOrDefault(a => a.Name.StringValue == "key")?.Value;

    private static bool Applies(GraphQLTypeCondition? condition, SchemaType type) =>
        condition is null || condition.Type.Name.StringValue == type.Name || type.Interfaces.Contains(condition.Type.Name.StringValue);

    private static IEnumerable<(GraphQLValue, bool)> ConditionsOf(ASTNode selection) =>
        from directive in (selection as IHasDirectivesNode)?.Directives ?? Enumerable.Empty<GraphQLDirective>()
        where directive.Name.StringValue is "include" or "skip"
        select (directive.Arguments![0].Value, directive.Name.StringValue == "include");

    // A field as the document asks for it, with the conditions on it and around it.
    private sealed record Asked(GraphQLField Node, List<(GraphQLValue, bool)> Conditions);
}
