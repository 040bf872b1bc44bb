namespace PulpoSync.Records;

/// <summary>Which label the settings choose for a box, in the words of who makes it.</summary>
/// <param name="Provider">Name or id of the carrier's account at the label service.</param>
/// <param name="Product">Name or id of the provider's product.</param>
public sealed record LabelChoice(string Provider, string Product);
