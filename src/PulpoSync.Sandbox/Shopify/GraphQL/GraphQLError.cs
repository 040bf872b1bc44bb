namespace PulpoSync.Sandbox.Shopify;

/// <summary>One entry of <c>errors</c>.</summary>
internal sealed record GraphQLError(string Message)
{
    /// <summary>Where in the document; none for errors of the whole request.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Names and indexes from the operation or the root of the data; none for errors of the whole request.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>What programs read, <c>code</c> first.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
