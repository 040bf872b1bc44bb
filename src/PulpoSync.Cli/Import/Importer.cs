namespace PulpoSync.Cli.Import;

/// <summary>Brings the store to what the entries want: makes what is missing, changes what differs, leaves what is right.</summary>
internal sealed class Importer(IPulpoSyncRuntime runtime, bool skipCheck)
{
    public const string Created = "created";
    public const string Changed = "changed";
    public const string Unchanged = "unchanged";

    private readonly Dictionary<string, IntegrationCredential> _credentials =
        runtime.GetCredentials().ToDictionary(credential => credential.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, IntegrationConfig> _configs =
        runtime.GetConfigs().ToDictionary(config => config.Name, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, IntegrationType> _typesBySetting = Enum.GetValues<IntegrationType>()
        .SelectMany(runtime.GetSettings)
        .ToLookup(setting => setting.Name, setting => setting.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>Does what one entry wants.</summary>
    /// <returns><see cref="Created"/>, <see cref="Changed"/> or <see cref="Unchanged"/>.</returns>
    /// <exception cref="PulpoSyncException">It cannot be done; the store is as before.</exception>
    public Task<string> ApplyAsync(ImportEntry entry, CancellationToken cancellationToken) => entry switch
    {
        { Error: { } error } => throw error,
        { Credential: { } credential } => ApplyAsync(credential with { SkipCheck = skipCheck }, cancellationToken),
        { Config: { } config } => ApplyAsync(
            WithStoreSettings(config, entry.StoreSettings) with { SkipCheck = skipCheck }, cancellationToken),
        _ => throw new ArgumentException("The entry wants nothing.", nameof(entry)),
    };

    private async Task<string> ApplyAsync(CredentialDefinition wanted, CancellationToken cancellationToken)
    {
        if (!_credentials.TryGetValue(wanted.Name, out var known))
        {
            _credentials[wanted.Name] = await runtime.NewCredentialAsync(wanted, cancellationToken);
            return Created;
        }

        if (Comparison.IsSame(known, wanted)) return Unchanged;
        var now = _credentials[wanted.Name] = await runtime.SetCredentialAsync(wanted, cancellationToken);
        return Comparison.IsSame(known, now) ? Unchanged : Changed;
    }

    private async Task<string> ApplyAsync(ConfigDefinition wanted, CancellationToken cancellationToken)
    {
        if (!_configs.TryGetValue(wanted.Name, out var known))
        {
            _configs[wanted.Name] = await runtime.NewConfigAsync(wanted, cancellationToken);
            return Created;
        }

        wanted = WithDefaults(wanted, known);
        if (Comparison.IsSame(known, wanted)) return Unchanged;
        var now = _configs[wanted.Name] = await runtime.SetConfigAsync(wanted, cancellationToken);
        return Comparison.IsSame(known, now) ? Unchanged : Changed;
    }

    /// <summary>A setting of a store is meant for those of its integrations whose type has it. One that no type has is left to the engine, which refuses it.</summary>
    private ConfigDefinition WithStoreSettings(ConfigDefinition wanted, IReadOnlyDictionary<string, string?> ofStore)
    {
        var settings = new Dictionary<string, string?>(wanted.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in ofStore)
        {
            if (!_typesBySetting.Contains(name) || _typesBySetting[name].Contains(wanted.Type!.Value)) settings.TryAdd(name, text);
        }

        return wanted with { Settings = settings };
    }

    /// <summary>The file is the whole truth about settings: one that it no longer names goes back to its default.</summary>
    private static ConfigDefinition WithDefaults(ConfigDefinition wanted, IntegrationConfig known)
    {
        var settings = new Dictionary<string, string?>(wanted.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var name in known.Settings.Keys) settings.TryAdd(name, null);
        return wanted with { Settings = settings };
    }
}
