namespace PulpoSync.Sandbox.Shopify;

/// <summary>Ends the work on a root field: the field becomes null and the error is reported.</summary>
internal sealed class GraphQLException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
