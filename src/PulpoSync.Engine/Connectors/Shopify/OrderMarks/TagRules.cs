namespace PulpoSync.Engine.Connectors.Shopify.OrderMarks;

/// <summary>What a tag of an order may be at Shopify.</summary>
internal static class TagRules
{
    // Known from tasks of others that run into it; not in the schema (inferred).
    private const int Longest = 40;

    /// <summary>Why a text is no tag; null: it is one.</summary>
    public static Failure? Check(string? tag) => tag is null ? null
        // The mutation takes a list written with commas too.
        : tag.Contains(',', StringComparison.Ordinal) ? Invalid(tag, "Shopify would make several tags of it; leave the comma out")
        : tag.Length > Longest ? Invalid(tag, $"tags of orders have at most {Longest} characters; take a shorter one")
        : null;

    private static Failure Invalid(string tag, string why) => new(FailureKind.Configuration, "TagInvalid", $"ImportedTag cannot be \"{tag}\": {why}.");
}
