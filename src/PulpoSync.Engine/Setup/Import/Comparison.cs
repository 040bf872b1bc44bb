namespace PulpoSync.Engine.Setup.Import;

/// <summary>Tells whether two set-ups are the same. What the engine adds by itself, such as times and the account, does not count.</summary>
internal static class Comparison
{
    public static bool IsSame(IntegrationCredential a, IntegrationCredential b) =>
        a.System == b.System && a.Address == b.Address && a.IsSandbox == b.IsSandbox && Same(a.Fields, b.Fields) && Same(a.Secrets, b.Secrets);

    public static bool IsSame(IntegrationConfig a, IntegrationConfig b) =>
        a.Type == b.Type && a.Source == b.Source && a.Destination == b.Destination && a.Every == b.Every && a.Daily == b.Daily
        && a.TimeZone == b.TimeZone && a.Enabled == b.Enabled && Same(a.Settings, b.Settings);

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.GetValueOrDefault(pair.Key) == pair.Value);
}
