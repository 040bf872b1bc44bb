namespace PulpoSync.Records;

/// <summary>Which label the settings choose for a box, in the words of who makes it.</summary>
/// <param name="Provider">Name or id of the carrier's account at the label service.</param>
/// <param name="Product">Name or id of the provider's product.</param>
public sealed record LabelChoice(string Provider, string Product)
{
    /// <summary>Reads <c>Provider/Product</c>; null where it is none. The first slash parts the two: products have it in their names more often.</summary>
    public static LabelChoice? Parse(string text) =>
        text.Split('/', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } provider, { Length: > 0 } product] ? new LabelChoice(provider, product) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Provider}/{Product}";
}
