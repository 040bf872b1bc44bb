namespace PulpoSync.Engine.Contracts;

/// <summary>A credential as the store gives it to the engine, secrets in the clear or by reference.</summary>
public sealed record StoredCredential
{
    /// <summary>Id; 0 before it is saved.</summary>
    public long Id { get; init; }
    /// <summary>Unique name, compared without regard to case.</summary>
    public required string Name { get; init; }
    /// <summary>System.</summary>
    public required string System { get; init; }
    /// <summary>Address in tidy form.</summary>
    public required string Address { get; init; }
    /// <summary>Plain fields.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }
    /// <summary>Secrets: texts (kept encrypted) or references.</summary>
    public required IReadOnlyDictionary<string, SecretInput> Secrets { get; init; }
    /// <summary>Account, once learned.</summary>
    public string? Account { get; init; }
    /// <summary>Marked as sandbox.</summary>
    public bool IsSandbox { get; init; }
    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
