namespace PulpoSync.Engine.Contracts;

/// <summary>One field of a credential.</summary>
/// <param name="Name">Name as typed (<c>Address</c>, <c>UserName</c>, <c>AccessToken</c>).</param>
/// <param name="Description">What to enter, with an example.</param>
/// <param name="IsSecret">True where it is kept protected and never shown.</param>
public sealed record CredentialField(string Name, string Description, bool IsSecret);
