using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>The Shopify Admin API: the token endpoint and GraphQL.</summary>
internal sealed class ShopifyApi(SandboxHost host) : ISandboxApi
{
    private long _requests;

    public string Prefix => "shopify";

    public Task HandleAsync(SandboxRequest request)
    {
        var requestId = $"00000000-0000-4000-8000-{Interlocked.Increment(ref _requests).ToString("x12", CultureInfo.InvariantCulture)}";
        var headers = new Dictionary<string, string> { ["X-Request-Id"] = requestId };
        if (!host.Shops.TryGetValue(request.Name, out var shop)) return request.AnswerAsync(404, ShopifyErrors.NotFound, headers);
        if (ShopifyErrors.OfState(shop.Options.State) is { } refusal) return request.AnswerAsync(refusal.Status, refusal.Body, headers);
        if (request is { Method: "POST", Path: "admin/oauth/access_token" }) return AccessTokenEndpoint.HandleAsync(request, shop);
        if (VersionOf(request) is not { } version) return request.AnswerAsync(404, ShopifyErrors.NotFound, headers);
        headers["X-Shopify-API-Version"] = request.ApiVersion = version;
        if (!shop.Tokens.IsValid(request.Http.Request.Headers["X-Shopify-Access-Token"].ToString()))
            return request.AnswerAsync(401, ShopifyErrors.InvalidToken, headers);
        return new GraphQLEndpoint(shop).Answer(request.Body, request.Fault, requestId) is { } answer
            ? request.AnswerAsync(200, answer, headers)
            : request.AnswerAsync(400, ShopifyErrors.MissingQuery, headers);
    }

    // Null for what is no GraphQL request.
    private static string? VersionOf(SandboxRequest request) =>
        request.Method == "POST" && request.Path.Split('/') is ["admin", "api", var asked, "graphql.json"] ? ApiVersions.Serving(asked) : null;
}
