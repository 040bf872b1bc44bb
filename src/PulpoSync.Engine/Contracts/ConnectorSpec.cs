namespace PulpoSync.Engine.Contracts;

/// <summary>A system's description of itself. Validation, tab completion, help and Get-IntegrationConnector all read it.</summary>
public sealed record ConnectorSpec
{
    /// <summary>Name, such as <c>Shopify</c>.</summary>
    public required string Name { get; init; }
    /// <summary>One line for people.</summary>
    public required string Description { get; init; }
    /// <summary>Types that the system can be the source of.</summary>
    public IReadOnlyList<IntegrationType> SourceOf { get; init; } = [];
    /// <summary>Types that the system can be the destination of.</summary>
    public IReadOnlyList<IntegrationType> DestinationOf { get; init; } = [];
    /// <summary>Fields of a credential beyond its name: address, user, secrets.</summary>
    public IReadOnlyList<CredentialField> CredentialFields { get; init; } = [];
    /// <summary>Ways to fill the credential: each is a set of field names that together suffice.</summary>
    public IReadOnlyList<IReadOnlyList<string>> CredentialSets { get; init; } = [];
    /// <summary>Settings that this system adds to an integration; where a flow has one of the same name, this one's words and defaults win.</summary>
    public IReadOnlyList<SystemSetting> Settings { get; init; } = [];
    /// <summary>
    /// Settings that make no sense where this system stands on that side: integrations with it do not have them. They have no value, not even the default.
    /// </summary>
    public IReadOnlyList<(IntegrationType Type, Role Role, string Name)> Without { get; init; } = [];
    /// <summary>Minutes between recurring runs of a type that this system is the source of, where the integration sets none and the type's own default does not fit.</summary>
    public IReadOnlyDictionary<IntegrationType, int> DefaultEvery { get; init; } = new Dictionary<IntegrationType, int>();
    /// <summary>Longest that one call may take, all tries included; recovery and leases reckon with it.</summary>
    public TimeSpan LongestCall { get; init; } = TimeSpan.FromSeconds(100);
    /// <summary>True where the system itself refuses a second record of the same number, so that a create can safely be tried again.</summary>
    public bool UniqueNumbers { get; init; }
    /// <summary>Records per write call.</summary>
    public int BatchSize { get; init; } = 50;
}
