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

    /// <summary>The inventory item that the id of a stock level names beside its own number; null when there is none.</summary>
    public static long? ItemOf(string gid) =>
        gid.Split("?inventory_item_id=") is [_, var item] && long.TryParse(item, out var id) ? id : null;
}
