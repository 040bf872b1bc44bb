namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Answer of <c>POST /auth</c>.</summary>
internal sealed record PulpoToken(string? AccessToken, double? ExpiresIn)
{
    /// <summary>Never prints the token.</summary>
    public override string ToString() => $"PulpoToken for {ExpiresIn} s";
}
