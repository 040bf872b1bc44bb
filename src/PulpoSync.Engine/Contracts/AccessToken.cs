namespace PulpoSync.Engine.Contracts;

/// <summary>A token and when it ends.</summary>
/// <param name="Value">The token, in the clear.</param>
/// <param name="ExpiresAt">When not to use it any more.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Never prints the token.</summary>
    public override string ToString() => $"AccessToken until {ExpiresAt:O}";
}
