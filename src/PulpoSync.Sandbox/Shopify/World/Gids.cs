namespace PulpoSync.Sandbox.Shopify;

/// <summary>Shopify's global ids: <c>gid://shopify/Order/1234</c>.</summary>
internal static class Gids
{
    private const string Start = "gid://shopify/";

    public static string Of(string type, long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}{type}/{id}");

    /// <summary>The parts of an id; null when it is none.</summary>
    public static (string Type, long Id)? Parse(string? gid)
    {
        if (gid is null || !gid.StartsWith(Start, StringComparison.Ordinal)) return null;
        var parts = gid[Start.Length..].Split('?')[0].Split('/');
        return parts.Length == 2 && long.TryParse(parts[1], out var id) ? (parts[0], id) : null;
    }
}
