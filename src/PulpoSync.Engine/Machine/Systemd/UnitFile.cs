using System.Globalization;

namespace PulpoSync.Engine.Machine.Systemd;

/// <summary>Reads what a service of ours says of itself.</summary>
internal static class UnitFile
{
    /// <summary>Its own section; null where the file is not ours.</summary>
    public static (string Name, string Account, string StorePath, int Every)? Read(string text)
    {
        var own = text.Split('\n').SkipWhile(line => line != $"[{UnitText.OwnSection}]").Skip(1)
            .TakeWhile(line => !line.StartsWith('['))
            .Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return own.TryGetValue("Name", out var name) && own.TryGetValue("Account", out var account) && own.TryGetValue("Store", out var store)
            && int.TryParse(own.GetValueOrDefault("Every"), NumberStyles.None, CultureInfo.InvariantCulture, out var every)
            ? (name, account, store, every)
            : null;
    }
}
