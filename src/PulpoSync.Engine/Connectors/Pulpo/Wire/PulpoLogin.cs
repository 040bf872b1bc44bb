namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Body of <c>POST /auth</c>.</summary>
internal sealed record PulpoLogin(string GrantType, string Username, string Password, string Scope)
{
    /// <summary>Never prints the password.</summary>
    public override string ToString() => $"PulpoLogin of {Username}";
}
