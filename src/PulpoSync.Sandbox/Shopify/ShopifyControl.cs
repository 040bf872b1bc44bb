namespace PulpoSync.Sandbox;

/// <summary>The sandbox's own endpoint for Shopify shops.</summary>
internal static class ShopifyControl
{
    public static void Map(IEndpointRouteBuilder app, SandboxHost host)
    {
    }
}
