using System.Text.RegularExpressions;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Where a shop is reached. A token is sent to no other host, so the address is read strictly.</summary>
internal static partial class ShopifyAddress
{
    private const string Domain = ".myshopify.com";
    private const string AdminStore = "admin.shopify.com/store/";

    /// <summary>Reads what a person types: <c>acme</c>, <c>acme.myshopify.com</c>, the shop's URL, or the URL of its admin pages.</summary>
    /// <returns><c>acme.myshopify.com</c>; for a sandbox the shop's URL there.</returns>
    public static string Normalize(string? typed, bool sandbox)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) throw Invalid("The address is empty; enter the shop's name, such as acme or acme.myshopify.com.", typed);
        if (sandbox) return SandboxUrl(text, typed);

        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("A shop is reached by https only; http is for sandbox credentials.", typed);
        }

        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) text = text["https://".Length..];
        if (text.Contains('@')) throw Invalid($"The address holds a user or password; enter the shop's name alone, such as acme{Domain}.", "Address");
        var name = text.StartsWith(AdminStore, StringComparison.OrdinalIgnoreCase) ? FirstSegment(text[AdminStore.Length..]) : HostName(text, typed);
        if (!ShopName().IsMatch(name)) throw Invalid($"\"{name}\" is no shop name; use letters, digits and hyphens, at most 63, as in acme{Domain}.", typed);
        return name.ToLowerInvariant() + Domain;
    }

    /// <summary>The root of the shop's API, ending in a slash.</summary>
    public static Uri Root(string address) => new(address.Contains("://", StringComparison.Ordinal) ? $"{address}/" : $"https://{address}/");

    private static string HostName(string text, string? typed)
    {
        var host = FirstSegment(text);
        if (host.EndsWith(Domain, StringComparison.OrdinalIgnoreCase)) return host[..^Domain.Length];
        if (!host.Contains('.') && !host.Contains(':')) return host;
        throw Invalid(
            $"\"{host}\" is not a Shopify address. Enter the shop's own name at Shopify (acme{Domain}), not its public domain; "
            + "it stands in the admin under Settings, Domains.", typed);
    }

    private static string FirstSegment(string text) => text.Split('/', '?', '#')[0];

    private static string SandboxUrl(string text, string? typed) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && uri.UserInfo.Length == 0
            && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? uri.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : throw Invalid("A sandbox credential needs the address that the sandbox prints, such as http://127.0.0.1:5080/shopify/acme.", typed);

    private static PulpoSyncException Invalid(string message, string? typed) => new(ErrorIds.CredentialInvalid, $"Shopify: {message}", typed);

    // No part of a host's name is longer.
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShopName();
}
