namespace PulpoSync;

/// <summary>A stored credential, without its secrets.</summary>
public sealed record IntegrationCredential
{
    /// <summary>Id in the store.</summary>
    public required long Id { get; init; }
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }
    /// <summary>System.</summary>
    public required string System { get; init; }
    /// <summary>Address in tidy form.</summary>
    public required string Address { get; init; }
    /// <summary>Plain fields by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    /// <summary>Secret fields by name, and how each is kept: <c>stored</c>, or its reference (<c>env:NAME</c>).</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();
    /// <summary>Account learned at the last check (<c>shopify:acme.myshopify.com</c>); null before the first.</summary>
    public string? Account { get; init; }
    /// <summary>True for the local sandbox.</summary>
    public bool IsSandbox { get; init; }
    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>True where at least one secret is there.</summary>
    public bool HasSecret => Secrets.Count > 0;
}
