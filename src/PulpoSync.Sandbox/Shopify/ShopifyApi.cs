namespace PulpoSync.Sandbox;

/// <summary>The Shopify Admin API.</summary>
internal sealed class ShopifyApi(SandboxHost host) : ISandboxApi
{
    public string Prefix => "shopify";

    public Task HandleAsync(SandboxRequest request) =>
        request.AnswerAsync(host.Shops.ContainsKey(request.Name) ? StatusCodes.Status501NotImplemented : StatusCodes.Status404NotFound, "{}");
}
