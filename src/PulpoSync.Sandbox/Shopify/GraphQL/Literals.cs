using System.Globalization;
using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Values as they are written in a document.</summary>
internal static class Literals
{
    /// <summary>The value: string, int, double, bool, null, or lists and dictionaries of these. Variables are looked up.</summary>
    public static object? ValueOf(GraphQLValue? literal, IReadOnlyDictionary<string, object?>? variables = null) => literal switch
    {
        GraphQLVariable variable => variables?.GetValueOrDefault(variable.Name.StringValue),
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLEnumValue name => name.Name.StringValue,
        GraphQLIntValue number => int.TryParse(number.Value.Span, CultureInfo.InvariantCulture, out var value) ? value : number.Value.ToString(),
        GraphQLFloatValue number => double.Parse(number.Value.Span, CultureInfo.InvariantCulture),
        GraphQLBooleanValue flag => flag.BoolValue,
        GraphQLListValue list => (list.Values ?? []).Select(v => ValueOf(v, variables)).ToList(),
        GraphQLObjectValue fields => (fields.Fields ?? []).ToDictionary(f => f.Name.StringValue, f => ValueOf(f.Value, variables)),
        _ => null,
    };

    /// <summary>The value as GraphQL writes it, for error messages.</summary>
    public static string Print(GraphQLValue literal) => literal switch
    {
        GraphQLVariable variable => $"${variable.Name.StringValue}",
        GraphQLStringValue text => $"\"{text.Value}\"",
        GraphQLEnumValue name => name.Name.StringValue,
        GraphQLIntValue number => number.Value.ToString(),
        GraphQLFloatValue number => number.Value.ToString(),
        GraphQLBooleanValue flag => flag.BoolValue ? "true" : "false",
        GraphQLListValue list => $"[{string.Join(", ", (list.Values ?? []).Select(Print))}]",
        GraphQLObjectValue fields => $"{{{string.Join(", ", (fields.Fields ?? []).Select(f => $"{f.Name.StringValue}: {Print(f.Value)}"))}}}",
        _ => "null",
    };
}
