using System.Security.Cryptography;
using System.Text;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// Access tokens of a shop: the permanent one, or those of the client credentials grant, which end after a day and are shared by all processes.
/// </summary>
internal sealed class ShopifyTokens(ConnectorContext context, ShopifyCredential credential)
{
    // Renewed before the vendor ends it, so that no call of a long run meets the end.
    private static readonly TimeSpan EarlyBy = TimeSpan.FromMinutes(5);

    /// <summary>True where a refused token can be replaced by a new one.</summary>
    public bool CanRenew => credential.AccessToken is null;

    /// <summary>The token to use.</summary>
    /// <param name="rejected">A token that the shop has just refused; null: none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<string> GetAsync(string? rejected, CancellationToken cancellationToken)
    {
        if (credential.AccessToken is { } permanent) return Task.FromResult(permanent);
        var key = $"Shopify|{credential.Address}|{credential.ClientId}";
        var mark = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{credential.ClientSecret}")));
        return context.Tokens.GetAsync(key, mark, rejected, LoginAsync, cancellationToken);
    }

    private async Task<AccessToken> LoginAsync(CancellationToken cancellationToken)
    {
        var form = string.Join(
            '&', Pair("grant_type", "client_credentials"), Pair("client_id", credential.ClientId!), Pair("client_secret", credential.ClientSecret!));
        var call = new HttpCall
        {
            Method = HttpMethod.Post,
            Uri = new Uri(ShopifyAddress.Root(credential.Address), "admin/oauth/access_token"),
            // A second token harms nobody, and one that nobody used is forgotten by itself.
            Kind = CallKind.Read,
            Operation = "POST /admin/oauth/access_token",
            System = ShopifySpec.Name,
            Body = Encoding.UTF8.GetBytes(form),
            ContentType = "application/x-www-form-urlencoded",
            IsSandbox = context.IsSandbox,
        };
        var reply = await context.Http.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (Refusal(reply) is { } refusal) throw new FailureException(refusal);
        if (ShopifyFailures.OfStatus(call, reply, credential.Address, context.Time.GetUtcNow()) is { } failure) throw new FailureException(failure);

        using var json = JsonBody.Parse(call, reply);
        var token = json.RootElement.Text("access_token")
            ?? throw new FailureException(new Failure(FailureKind.Protocol, "NoAccessToken", $"{credential.Address} granted access without giving a token."));
        var lifetime = TimeSpan.FromSeconds(json.RootElement.Count("expires_in") ?? 3600);
        return new AccessToken(token, context.Time.GetUtcNow() + (lifetime > 2 * EarlyBy ? lifetime - EarlyBy : lifetime / 2));
    }

    // The words are documented, the form of the answer is not: they are looked for in JSON and web pages alike.
    private Failure? Refusal(HttpReply reply)
    {
        if (reply.Status is not (400 or 401 or 403)) return null;
        var body = Encoding.UTF8.GetString(reply.Body.Span);
        if (body.Contains("shop_not_permitted", StringComparison.Ordinal))
        {
            return new Failure(
                FailureKind.Authorization, "ShopNotPermitted",
                $"The app may not be used at {credential.Address}: client credentials work only where app and shop belong to the same organisation.");
        }

        if (body.Contains("app_not_installed", StringComparison.Ordinal))
        {
            return new Failure(
                FailureKind.Authorization, "AppNotInstalled", $"The app is not installed at {credential.Address}; install it there from the Dev Dashboard.");
        }

        return new Failure(
            FailureKind.Authentication, "ClientCredentialsRefused",
            $"{credential.Address} refused ClientId and ClientSecret; copy both anew from the app's settings in the Dev Dashboard.");
    }

    private static string Pair(string name, string value) => $"{name}={Uri.EscapeDataString(value)}";
}
