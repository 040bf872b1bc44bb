namespace PulpoSync;

/// <summary>A field of a credential.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">What to enter.</param>
/// <param name="IsSecret">True where it is never shown.</param>
public sealed record FieldInfo(string Name, string Description, bool IsSecret);
