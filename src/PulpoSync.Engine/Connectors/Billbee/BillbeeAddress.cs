namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>The address of Billbee's API. There is one for all accounts; only a sandbox has another.</summary>
internal static class BillbeeAddress
{
    /// <summary>The server that the vendor's own contract and SDK name; the contract's text names api.billbee.io beside it.</summary>
    public const string Default = $"https://app.billbee.io{ApiPath}";

    private const string ApiPath = "/api/v1";

    /// <summary>The tidy form: scheme, host and <c>/api/v1</c>.</summary>
    /// <param name="typed">Nothing for Billbee itself; another host of billbee.io, with or without <c>/api/v1</c>; for a sandbox a loopback http URL.</param>
    /// <param name="sandbox">True for credentials that are marked as sandbox.</param>
    public static string Normalize(string? typed, bool sandbox)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return sandbox ? throw Invalid(typed, "a sandbox credential needs the address of the sandbox") : Default;
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"https://{text}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0) throw Invalid(typed, "it is no URL");
        if (uri.UserInfo.Length > 0) throw Invalid(typed, "it holds a user or password; these have fields of their own");
        return sandbox ? Sandbox(typed, uri) : Live(typed, uri);
    }

    private static string Live(string? typed, Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps) throw Invalid(typed, "it has to begin with https://");
        // User, password and key go along with every call: nobody else may get them.
        if (!uri.Host.EndsWith(".billbee.io", StringComparison.OrdinalIgnoreCase)) throw Invalid(typed, "it names no host of billbee.io");
        if (uri.AbsolutePath.TrimEnd('/') is not ("" or ApiPath)) throw Invalid(typed, $"it has a path other than {ApiPath}");
        return $"{uri.GetLeftPart(UriPartial.Authority)}{ApiPath}";
    }

    private static string Sandbox(string? typed, Uri uri)
    {
        if (!uri.IsLoopback || uri.Scheme != Uri.UriSchemeHttp) throw Invalid(typed, "a sandbox credential leads to http on this machine only");
        var path = uri.AbsolutePath.TrimEnd('/');
        return $"{uri.GetLeftPart(UriPartial.Authority)}{(path.EndsWith(ApiPath, StringComparison.Ordinal) ? path : path + ApiPath)}";
    }

    // What stands before an @ may be a password.
    private static PulpoSyncException Invalid(string? typed, string why) => new(
        ErrorIds.CredentialInvalid,
        $"{(typed?.Contains('@', StringComparison.Ordinal) == true ? "This" : $"\"{typed}\"")} is no address of Billbee: {why}. Leave it out for Billbee itself.", "Address");
}
