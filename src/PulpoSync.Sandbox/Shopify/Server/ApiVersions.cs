namespace PulpoSync.Sandbox.Shopify;

/// <summary>The versions of the Admin API as of November 2026. Their differences are not emulated: all are served by the schema of 2026-10.</summary>
internal static class ApiVersions
{
    private static readonly string[] Supported = ["2026-01", "2026-04", "2026-07", "2026-10", "2027-01", "unstable"];

    /// <summary>
    /// The version that serves a request: the one asked for, or the oldest supported one when that is past. Null for what is no version.
    /// </summary>
    public static string? Serving(string asked) =>
        Supported.Contains(asked) ? asked
        : asked.Length == 7 && asked[4] == '-' && int.TryParse(asked[..4], out _) && string.CompareOrdinal(asked, Supported[0]) < 0 ? Supported[0]
        : null;
}
