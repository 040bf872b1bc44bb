namespace PulpoSync.Sandbox.Shopify;

/// <summary>A field of an object or interface.</summary>
internal sealed record SchemaField(string Owner, string Name, TypeRef Type, IReadOnlyDictionary<string, SchemaArgument> Arguments)
{
    /// <summary>What an app needs to read it.</summary>
    public FieldAccess Access { get; } = FieldAccess.Of(Owner, Name, Type.Named);

    public bool IsConnection { get; } = Type.Named.EndsWith("Connection", StringComparison.Ordinal);
}
