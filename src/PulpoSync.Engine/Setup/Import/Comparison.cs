namespace PulpoSync.Engine.Setup.Import;

/// <summary>Tells in what two set-ups differ, by the names of the parts. What the engine adds by itself, such as times and the account, does not count.</summary>
internal static class Comparison
{
    public static IReadOnlyList<string> Differences(IntegrationCredential a, IntegrationCredential b) =>
    [
        .. Different(("System", a.System == b.System), ("Address", a.Address == b.Address), ("Sandbox", a.IsSandbox == b.IsSandbox)),
        .. Different(a.Fields, b.Fields), .. Different(a.Secrets, b.Secrets),
    ];

    public static IReadOnlyList<string> Differences(IntegrationConfig a, IntegrationConfig b) =>
    [
        .. Different(
            ("Type", a.Type == b.Type), ("Source", a.Source == b.Source), ("Destination", a.Destination == b.Destination), ("Every", a.Every == b.Every),
            ("Daily", a.Daily == b.Daily), ("TimeZone", a.TimeZone == b.TimeZone), ("Enabled", a.Enabled == b.Enabled)),
        .. Different(a.Settings, b.Settings),
    ];

    private static IEnumerable<string> Different(params (string Name, bool IsSame)[] parts) => parts.Where(part => !part.IsSame).Select(part => part.Name);

    private static IEnumerable<string> Different(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Keys.Union(b.Keys, StringComparer.OrdinalIgnoreCase).Where(name => a.GetValueOrDefault(name) != b.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);
}
