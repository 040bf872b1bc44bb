namespace PulpoSync;

/// <summary>What a check of an integration found.</summary>
/// <param name="Name">Integration.</param>
/// <param name="Succeeded">True where it could run.</param>
/// <param name="Errors">Why not: each thing that a system refuses or does not know.</param>
public sealed record ConfigCheck(string Name, bool Succeeded, IReadOnlyList<Failure> Errors);
