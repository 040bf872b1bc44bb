namespace PulpoSync.Sandbox.Shopify;

internal enum SchemaTypeKind
{
    Scalar,
    Enum,
    Object,
    Interface,
    Input,
}
