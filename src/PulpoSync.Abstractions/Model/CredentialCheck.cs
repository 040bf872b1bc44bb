namespace PulpoSync;

/// <summary>What a check of a credential found.</summary>
/// <param name="Name">Credential.</param>
/// <param name="Succeeded">True where the system can be used.</param>
/// <param name="Account">Account, where it succeeded.</param>
/// <param name="Error">Why not.</param>
/// <param name="Warnings">What works but should be known.</param>
public sealed record CredentialCheck(string Name, bool Succeeded, string? Account, Failure? Error, IReadOnlyList<string> Warnings);
