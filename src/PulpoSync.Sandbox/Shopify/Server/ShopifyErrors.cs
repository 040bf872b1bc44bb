namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// Answers outside GraphQL. Status codes are documented; the wording of 402, 403 and 423 and the status of the grant's errors are inferred.
/// </summary>
internal static class ShopifyErrors
{
    public const string InvalidToken = """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}""";
    public const string NotFound = """{"errors":"Not Found"}""";
    public const string MissingQuery = """{"errors":{"query":"Required parameter missing or invalid"}}""";

    /// <summary>The answer of a shop that cannot be used; null for one that can.</summary>
    public static (int Status, string Body)? OfState(ShopState state) => state switch
    {
        ShopState.Frozen => (402, """{"errors":"Unavailable Shop"}"""),
        ShopState.Forbidden => (403, """{"errors":"[API] This app does not have access to this shop."}"""),
        ShopState.Locked => (423, """{"errors":"Locked"}"""),
        _ => null,
    };

    /// <summary>A refusal of the client credentials grant.</summary>
    public static string Grant(string error, string description) => $$"""{"error":"{{error}}","error_description":"{{description}}"}""";
}
