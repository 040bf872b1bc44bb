using GraphQLParser;
using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>The part of Shopify's Admin schema that the sandbox serves, read from <c>schema.graphql</c>.</summary>
internal sealed class Schema
{
    private static readonly string[] BuiltInScalars = ["String", "Int", "Float", "Boolean", "ID"];
    private static readonly Lazy<Schema> Loaded = new(Load);

    private readonly Dictionary<string, SchemaType> _types = BuiltInScalars.ToDictionary(n => n, n => new SchemaType(n, SchemaTypeKind.Scalar));

    private Schema(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions.OfType<GraphQLTypeDefinition>())
        {
            var type = Read(definition);
            _types.Add(type.Name, type);
        }
    }

    public static Schema Shared => Loaded.Value;

    public SchemaType Query => _types["QueryRoot"];

    public SchemaType Mutation => _types["Mutation"];

    public IEnumerable<SchemaType> Types => _types.Values;

    public SchemaType this[string name] => _types[name];

    public SchemaType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The object types that a value of this type can be of.</summary>
    public IEnumerable<SchemaType> PossibleTypes(SchemaType type) =>
        type.Kind == SchemaTypeKind.Interface
            ? _types.Values.Where(t => t.Kind == SchemaTypeKind.Object && t.Interfaces.Contains(type.Name))
            : [type];

    public static TypeRef RefOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => RefOf(nonNull.Type) with { IsNonNull = true },
        GraphQLListType list => new TypeRef("", false, RefOf(list.Type)),
        GraphQLNamedType named => new TypeRef(named.Name.StringValue, false),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static Schema Load()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return new Schema(Parser.Parse(reader.ReadToEnd()));
    }

    private static SchemaType Read(GraphQLTypeDefinition definition)
    {
        var name = definition.Name.StringValue;
        return definition switch
        {
            GraphQLObjectTypeDefinition type => new(name, SchemaTypeKind.Object)
            {
                Fields = Fields(name, type.Fields),
                Interfaces = [.. type.Interfaces?.Select(i => i.Name.StringValue) ?? []],
            },
            GraphQLInterfaceTypeDefinition type => new(name, SchemaTypeKind.Interface) { Fields = Fields(name, type.Fields) },
            GraphQLEnumTypeDefinition type => new(name, SchemaTypeKind.Enum) { EnumValues = [.. type.Values!.Select(v => v.Name.StringValue)] },
            GraphQLInputObjectTypeDefinition type => new(name, SchemaTypeKind.Input) { InputFields = Arguments(type.Fields) },
            GraphQLScalarTypeDefinition => new(name, SchemaTypeKind.Scalar),
            _ => throw new NotSupportedException($"The schema has a definition of an unknown kind: {name}."),
        };
    }

    private static Dictionary<string, SchemaField> Fields(string owner, IEnumerable<GraphQLFieldDefinition>? fields) =>
        (fields ?? []).ToDictionary(f => f.Name.StringValue, f => new SchemaField(owner, f.Name.StringValue, RefOf(f.Type), Arguments(f.Arguments)));

    private static Dictionary<string, SchemaArgument> Arguments(IEnumerable<GraphQLInputValueDefinition>? arguments) =>
        (arguments ?? []).ToDictionary(a => a.Name.StringValue,
            a => new SchemaArgument(a.Name.StringValue, RefOf(a.Type), a.DefaultValue is not null, Literals.ValueOf(a.DefaultValue)));
}
