using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Contracts;

/// <summary>What a connector is opened with.</summary>
public sealed record ConnectorContext
{
    /// <summary>Address, in the system's tidy form.</summary>
    public required string Address { get; init; }
    /// <summary>Plain fields of the credential by name (<c>UserName</c>, <c>ApiVersion</c>).</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }
    /// <summary>Secret fields by name, resolved and in the clear: for headers and bodies only.</summary>
    public required IReadOnlyDictionary<string, string> Secrets { get; init; }
    /// <summary>True for credentials that are marked as sandbox: loopback http is allowed, real-looking tokens are refused.</summary>
    public required bool IsSandbox { get; init; }
    /// <summary>The integration's settings; empty for checks of a credential alone.</summary>
    public SettingBag Settings { get; init; } = SettingBag.Empty;
    /// <summary>The one way to the network.</summary>
    public required HttpSender Http { get; init; }
    /// <summary>Access tokens that survive the process.</summary>
    public required ITokenCache Tokens { get; init; }
    /// <summary>Documents that survive the process.</summary>
    public required IDocuments Documents { get; init; }
    /// <summary>When the store was last restored from a backup; null: never. What was written before that it may have forgotten.</summary>
    public DateTimeOffset? StoreRestoredAt { get; init; }
    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }
}
