namespace PulpoSync.Sandbox.Shopify;

internal enum Comparison
{
    Equal,
    AtLeast,
    AtMost,
    Above,
    Below,
}
