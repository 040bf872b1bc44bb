namespace PulpoSync.Engine.Machine.Windows;

/// <summary>The accounts that every Windows has for services; they have no password.</summary>
internal static class ServiceAccount
{
    /// <summary>The one with the fewest rights.</summary>
    public const string Default = "LocalService";

    private static readonly Dictionary<string, string> Sids = new(StringComparer.OrdinalIgnoreCase)
    {
        [Default] = "S-1-5-19", ["NetworkService"] = "S-1-5-20", ["System"] = "S-1-5-18", ["LocalSystem"] = "S-1-5-18",
    };

    /// <summary>Its number, however it is written (<c>LocalService</c>, <c>NT AUTHORITY\LOCAL SERVICE</c>); null: no such account.</summary>
    public static string? SidOf(string account)
    {
        var name = account[(account.LastIndexOf('\\') + 1)..].Replace(" ", "", StringComparison.Ordinal);
        return Sids.GetValueOrDefault(name) ?? Sids.Values.FirstOrDefault(sid => sid == account);
    }

    /// <summary>Its name by its number; another account as it is.</summary>
    public static string NameOf(string account) => Sids.FirstOrDefault(pair => pair.Value == account).Key ?? account;
}
