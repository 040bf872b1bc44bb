namespace PulpoSync.Engine.Contracts;

/// <summary>A location or warehouse.</summary>
/// <param name="Key">The system's own key.</param>
/// <param name="Name">Name for people; by default equal names belong together.</param>
public sealed record Place(string Key, string Name);
