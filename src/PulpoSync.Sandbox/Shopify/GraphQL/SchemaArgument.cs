namespace PulpoSync.Sandbox.Shopify;

/// <summary>An argument of a field, or a field of an input object.</summary>
internal sealed record SchemaArgument(string Name, TypeRef Type, bool HasDefault, object? Default)
{
    public bool IsRequired => Type.IsNonNull && !HasDefault;
}
