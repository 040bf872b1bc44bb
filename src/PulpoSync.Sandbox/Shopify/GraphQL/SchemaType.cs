namespace PulpoSync.Sandbox.Shopify;

/// <summary>A named type of the schema. Only what its kind has is filled.</summary>
internal sealed class SchemaType(string name, SchemaTypeKind kind)
{
    public string Name { get; } = name;

    public SchemaTypeKind Kind { get; } = kind;

    public Dictionary<string, SchemaField> Fields { get; init; } = [];

    public Dictionary<string, SchemaArgument> InputFields { get; init; } = [];

    public IReadOnlyList<string> Interfaces { get; init; } = [];

    public IReadOnlyList<string> EnumValues { get; init; } = [];

    public bool IsLeaf => Kind is SchemaTypeKind.Scalar or SchemaTypeKind.Enum;
}
