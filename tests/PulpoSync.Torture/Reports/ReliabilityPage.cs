namespace PulpoSync.Torture.Reports;

/// <summary>The page that tells the user what was tried: <c>docs/RELIABILITY.md</c>. Each torture owns what stands between its two marks.</summary>
internal static class ReliabilityPage
{
    private static readonly MarkedPage Page = new("docs/RELIABILITY.md");

    /// <inheritdoc cref="MarkedPage.Write"/>
    public static void Write(string name, string content) => Page.Write(name, content);

    /// <inheritdoc cref="MarkedPage.Read"/>
    public static string Read(string name) => Page.Read(name);
}
