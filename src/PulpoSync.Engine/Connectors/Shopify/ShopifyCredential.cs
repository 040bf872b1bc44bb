using System.Text.RegularExpressions;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>A shop's credential as the client uses it: a permanent token, or client id and secret from which tokens of a day are made.</summary>
internal sealed partial class ShopifyCredential
{
    /// <summary>Version of the Admin API where the credential names none.</summary>
    public const string DefaultApiVersion = "2026-10";

    private ShopifyCredential(string address, string apiVersion, string? accessToken, string? clientId, string? clientSecret) =>
        (Address, ApiVersion, AccessToken, ClientId, ClientSecret) = (address, apiVersion, accessToken, clientId, clientSecret);

    public string Address { get; }
    public string ApiVersion { get; }
    public string? AccessToken { get; }
    public string? ClientId { get; }
    public string? ClientSecret { get; }

    /// <summary>Reads and checks the fields.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInvalid"/>.</exception>
    public static ShopifyCredential From(ConnectorContext context)
    {
        var version = Text(context.Fields, ShopifySpec.ApiVersion) ?? DefaultApiVersion;
        if (!Version().IsMatch(version)) throw Invalid($"\"{version}\" is no version of the Admin API; enter one such as {DefaultApiVersion}.", version);

        var token = Text(context.Secrets, ShopifySpec.AccessToken);
        var id = Text(context.Fields, ShopifySpec.ClientId);
        var secret = Text(context.Secrets, ShopifySpec.ClientSecret);
        if (token is null && (id is null || secret is null))
        {
            throw Invalid("Give AccessToken (shpat_…), or ClientId and ClientSecret of an app in the Dev Dashboard.", context.Address);
        }

        if (context.IsSandbox && (LooksReal(token) || LooksReal(secret)))
        {
            throw Invalid("This looks like a secret of a real shop; a sandbox credential takes only the made-up ones that the sandbox prints.", context.Address);
        }

        return new ShopifyCredential(context.Address, version, token, id, secret);
    }

    private static bool LooksReal(string? secret) => secret is not null && RealSecret().IsMatch(secret);

    private static string? Text(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static PulpoSyncException Invalid(string message, string target) => new(ErrorIds.CredentialInvalid, $"Shopify: {message}", target);

    [GeneratedRegex("^(20[0-9]{2}-[0-9]{2}|unstable)$")]
    private static partial Regex Version();

    [GeneratedRegex("^shp[a-z]{2}_[0-9a-f]{32}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RealSecret();
}
