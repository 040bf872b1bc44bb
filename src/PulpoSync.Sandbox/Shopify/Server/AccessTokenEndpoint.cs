using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace PulpoSync.Sandbox.Shopify;

/// <summary><c>POST /admin/oauth/access_token</c>: the client credentials grant.</summary>
internal static class AccessTokenEndpoint
{
    public static Task HandleAsync(SandboxRequest request, ShopifyShop shop)
    {
        var fields = Read(request);
        var options = shop.Options;
        if (fields.GetValueOrDefault("grant_type") != "client_credentials")
            return request.AnswerAsync(400, ShopifyErrors.Grant("unsupported_grant_type", "The grant type is not supported."));
        if (fields.GetValueOrDefault("client_id") != options.ClientId || fields.GetValueOrDefault("client_secret") != options.ClientSecret)
            return request.AnswerAsync(400, ShopifyErrors.Grant("invalid_client", "The client id or secret is wrong."));
        if (!options.AppIsOfThisOrganization)
            return request.AnswerAsync(400, ShopifyErrors.Grant("shop_not_permitted", "Client credentials cannot be performed on this shop."));
        if (!options.AppIsInstalled)
            return request.AnswerAsync(400, ShopifyErrors.Grant("app_not_installed", "The app is not installed on this shop."));
        var life = ((long)options.TokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var scope = string.Join(',', options.Scopes);
        return request.AnswerAsync(200, $$"""{"access_token":"{{shop.Tokens.Issue()}}","scope":"{{scope}}","expires_in":{{life}}}""");
    }

    private static Dictionary<string, string?> Read(SandboxRequest request)
    {
        if (request.Http.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            return QueryHelpers.ParseQuery(request.BodyText).ToDictionary(f => f.Key, f => (string?)f.Value.ToString());
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(request.BodyText) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
