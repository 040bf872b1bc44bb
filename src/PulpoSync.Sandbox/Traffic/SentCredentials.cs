using System.Net.Http.Headers;

namespace PulpoSync.Sandbox;

/// <summary>Which kinds of credentials a request carries, for the recording: that they were sent, not what they are.</summary>
internal static class SentCredentials
{
    private static readonly string[] Keys = ["X-Billbee-Api-Key", "X-Shopify-Access-Token"];

    /// <summary>The scheme of the Authorization header, and the names of the vendors' own headers; empty ones do not count.</summary>
    public static IEnumerable<string> Of(IHeaderDictionary headers)
    {
        if (AuthenticationHeaderValue.TryParse(headers.Authorization, out var sent) && !string.IsNullOrEmpty(sent.Parameter)) yield return $"Authorization: {sent.Scheme}";
        foreach (var key in Keys.Where(key => !string.IsNullOrWhiteSpace(headers[key]))) yield return key;
    }
}
