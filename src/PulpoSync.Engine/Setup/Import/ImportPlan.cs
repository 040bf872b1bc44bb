namespace PulpoSync.Engine.Setup.Import;

/// <summary>Compares what a file wants with what is there. It is planned against what the engine would save, so that mere spelling is no change.</summary>
/// <param name="credentials">Credentials that are there.</param>
/// <param name="configs">Integrations that are there.</param>
/// <param name="settings">Settings that a type has.</param>
/// <param name="draftCredential">A changed credential as it would be saved.</param>
/// <param name="draftConfig">A changed integration as it would be saved.</param>
internal sealed class ImportPlan(
    IReadOnlyList<IntegrationCredential> credentials,
    IReadOnlyList<IntegrationConfig> configs,
    Func<IntegrationType, IReadOnlyList<SettingInfo>> settings,
    Func<CredentialDefinition, IntegrationCredential> draftCredential,
    Func<ConfigDefinition, IntegrationConfig> draftConfig)
{
    private readonly Dictionary<string, IntegrationCredential> _credentials =
        credentials.ToDictionary(credential => credential.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, IntegrationConfig> _configs = configs.ToDictionary(config => config.Name, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, IntegrationType> _typesBySetting = Enum.GetValues<IntegrationType>()
        .SelectMany(settings)
        .ToLookup(setting => setting.Name, setting => setting.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The step for an entry.</summary>
    public ImportStep Of(ImportEntry entry)
    {
        var step = new ImportStep(entry.Kind, entry.Name, entry.Path, ImportAction.Refuse);
        try
        {
            return entry switch
            {
                { Error: { } error } => step with { Error = error },
                { Credential: { } credential } => Of(step with { Credential = credential }, credential, entry.KeptSecrets),
                _ => Of(step, entry.Config!, entry.StoreSettings),
            };
        }
        catch (PulpoSyncException error)
        {
            return step with { Error = error };
        }
    }

    private ImportStep Of(ImportStep step, CredentialDefinition wanted, IReadOnlyList<(string Name, string Path)> keptSecrets)
    {
        var known = _credentials.GetValueOrDefault(wanted.Name.Trim());
        var missing = keptSecrets.FirstOrDefault(secret => known?.Secrets.Keys.Contains(secret.Name, StringComparer.OrdinalIgnoreCase) is not true);
        if (missing.Path is not null) throw Missing(missing.Path, wanted.Name);
        return known is null ? step with { Action = ImportAction.Create } : Compared(step, Comparison.Differences(known, draftCredential(wanted)));
    }

    private ImportStep Of(ImportStep step, ConfigDefinition wanted, IReadOnlyDictionary<string, string?> ofStore)
    {
        var known = _configs.GetValueOrDefault(wanted.Name.Trim());
        wanted = WithSettings(wanted, ofStore, known);
        step = step with { Config = wanted };
        return known is null ? step with { Action = ImportAction.Create } : Compared(step, Differences(known, wanted));
    }

    private IReadOnlyList<string> Differences(IntegrationConfig known, ConfigDefinition wanted)
    {
        try
        {
            return Comparison.Differences(known, draftConfig(wanted));
        }
        catch (PulpoSyncException error) when (error.ErrorId == ErrorIds.CredentialNotFound)
        {
            // An earlier step may make the credential.
            return [(wanted.Source ?? "") != known.Source ? "Source" : "Destination"];
        }
    }

    private static ImportStep Compared(ImportStep step, IReadOnlyList<string> differences) =>
        step with { Action = differences.Count == 0 ? ImportAction.Leave : ImportAction.Change, Changes = differences };

    /// <summary>
    /// A setting of a store is meant for those of its integrations whose type has it; one that no type has is left to the engine, which refuses it. The file is
    /// the whole truth about settings: one that it no longer names goes back to its default.
    /// </summary>
    private ConfigDefinition WithSettings(ConfigDefinition wanted, IReadOnlyDictionary<string, string?> ofStore, IntegrationConfig? known)
    {
        var settings = new Dictionary<string, string?>(wanted.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in ofStore)
        {
            if (!_typesBySetting.Contains(name) || _typesBySetting[name].Contains(wanted.Type!.Value)) settings.TryAdd(name, text);
        }

        foreach (var name in known?.Settings.Keys ?? []) settings.TryAdd(name, null);
        return wanted with { Settings = settings };
    }

    private static PulpoSyncException Missing(string path, string credential) => JsonObjectReader.Invalid(
        path, $"is kept in the store that this file was exported from, and \"{credential}\" has none here. {SecretReader.Places}, or make the credential first");
}
