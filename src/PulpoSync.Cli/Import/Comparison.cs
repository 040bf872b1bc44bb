using System.Globalization;

namespace PulpoSync.Cli.Import;

/// <summary>
/// Tells whether there is anything to change. Against a definition it may say "differs" too often, as the engine tidies what users type; then
/// the engine decides, and the two stored forms are compared.
/// </summary>
internal static class Comparison
{
    public static bool IsSame(IntegrationCredential known, CredentialDefinition wanted) =>
        Same(known.System, wanted.System)
        && (wanted.Address is null || Same(known.Address, wanted.Address))
        && (wanted.Sandbox ?? known.IsSandbox) == known.IsSandbox
        && wanted.Fields.All(field => known.Fields.GetValueOrDefault(field.Key) == field.Value)
        && wanted.Secrets.All(secret => known.Secrets.GetValueOrDefault(secret.Key) == secret.Value.ToString());

    public static bool IsSame(IntegrationCredential a, IntegrationCredential b) =>
        a.System == b.System && a.Address == b.Address && a.IsSandbox == b.IsSandbox && Same(a.Fields, b.Fields) && Same(a.Secrets, b.Secrets);

    public static bool IsSame(IntegrationConfig known, ConfigDefinition wanted) =>
        known.Type == wanted.Type
        && Same(known.Source, wanted.Source)
        && Same(known.Destination, wanted.Destination)
        && wanted.Settings.All(setting => known.Settings.GetValueOrDefault(setting.Key) == setting.Value)
        && (wanted.Every is null || wanted.Every == known.Every)
        && (wanted.DailyAt is null || wanted.DailyAt == known.Daily?.At.ToString("HH:mm", CultureInfo.InvariantCulture))
        && (wanted.LookbackDays is null || wanted.LookbackDays == known.Daily?.LookbackDays)
        && (wanted.GapSeconds is null || wanted.GapSeconds == known.Daily?.GapSeconds)
        && (wanted.TimeZone is null || wanted.TimeZone == known.TimeZone)
        && (wanted.Enabled ?? known.Enabled) == known.Enabled;

    public static bool IsSame(IntegrationConfig a, IntegrationConfig b) =>
        a.Type == b.Type && a.Source == b.Source && a.Destination == b.Destination && a.Every == b.Every && a.Daily == b.Daily
        && a.TimeZone == b.TimeZone && a.Enabled == b.Enabled && Same(a.Settings, b.Settings);

    private static bool Same(string? a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.GetValueOrDefault(pair.Key) == pair.Value);
}
