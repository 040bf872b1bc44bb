namespace PulpoSync;

/// <summary>What a user says about a credential. Null fields: on a change, leave as it is.</summary>
public sealed record CredentialDefinition
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }
    /// <summary>System (<c>Shopify</c>, <c>Pulpo</c>).</summary>
    public string? System { get; init; }
    /// <summary>Shop name or URL.</summary>
    public string? Address { get; init; }
    /// <summary>Plain fields by name (<c>UserName</c>, <c>ClientId</c>, <c>ApiVersion</c>).</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    /// <summary>Secret fields by name (<c>AccessToken</c>, <c>ClientSecret</c>, <c>Password</c>).</summary>
    public IReadOnlyDictionary<string, SecretInput> Secrets { get; init; } = new Dictionary<string, SecretInput>();
    /// <summary>True for the local sandbox: loopback http is allowed, and what looks like a real token is refused.</summary>
    public bool? Sandbox { get; init; }
    /// <summary>True to save without asking the system whether the credential works.</summary>
    public bool SkipCheck { get; init; }
}
