namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Reads a PULPO URL in the spellings in which people type it.</summary>
internal static class PulpoAddress
{
    private const string ApiPath = "/api/v1";

    /// <summary>The tidy form: scheme, host and <c>/api/v1</c>.</summary>
    /// <param name="typed"><c>eu</c>, <c>eu.pulpo.co</c>, <c>https://eu.pulpo.co/</c>, with or without <c>/api/v1</c>; for a sandbox a loopback http URL.</param>
    /// <param name="sandbox">True for credentials that are marked as sandbox.</param>
    public static string Normalize(string? typed, bool sandbox)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) throw Invalid(typed, "it is empty");
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"https://{(IsBareName(text) ? $"{text}.pulpo.co" : text)}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0) throw Invalid(typed, "it is no URL");
        if (uri.UserInfo.Length > 0) throw Invalid(typed, "it holds a user or password; these have fields of their own");
        return sandbox ? Sandbox(typed, uri) : Live(typed, uri);
    }

    /// <summary>The account that an address and a tenant make: survives a re-created credential.</summary>
    public static string Account(string address, long tenant)
    {
        var uri = new Uri(address);
        return FormattableString.Invariant($"pulpo:{uri.Host}{uri.AbsolutePath[..^ApiPath.Length]}/{tenant}");
    }

    private static string Live(string? typed, Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps) throw Invalid(typed, "it has to begin with https://");
        if (uri.IsLoopback || uri.HostNameType is not UriHostNameType.Dns || !uri.Host.Contains('.', StringComparison.Ordinal)) throw Invalid(typed, "it names no host of PULPO");
        if (uri.AbsolutePath.TrimEnd('/') is not ("" or ApiPath)) throw Invalid(typed, $"it has a path other than {ApiPath}");
        return $"{uri.GetLeftPart(UriPartial.Authority)}{ApiPath}";
    }

    private static string Sandbox(string? typed, Uri uri)
    {
        if (!uri.IsLoopback || uri.Scheme != Uri.UriSchemeHttp) throw Invalid(typed, "a sandbox credential leads to http on this machine only");
        var path = uri.AbsolutePath.TrimEnd('/');
        return $"{uri.GetLeftPart(UriPartial.Authority)}{(path.EndsWith(ApiPath, StringComparison.Ordinal) ? path : path + ApiPath)}";
    }

    private static bool IsBareName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    // What stands before an @ may be a password.
    private static PulpoSyncException Invalid(string? typed, string why) => new(
        ErrorIds.CredentialInvalid,
        $"{(typed?.Contains('@', StringComparison.Ordinal) == true ? "This" : $"\"{typed}\"")} is no address of PULPO: {why}. Enter the PULPO URL, such as https://eu.pulpo.co.", "Address");
}
