using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Scheduling;

namespace PulpoSync.Engine.Setup;

/// <summary>Makes and changes integrations: read, checked at both systems, and only then saved.</summary>
internal sealed class ConfigSetup(SystemCatalog systems, IStore store, Connections connections, CredentialSetup credentials, TimeProvider time)
{
    public Task<StoredIntegration> NewAsync(ConfigDefinition definition, CancellationToken cancellationToken)
    {
        var name = Names.Checked(definition.Name, ErrorIds.ConfigInvalid);
        if (store.Integrations.Find(name) is not null)
        {
            throw new PulpoSyncException(
                ErrorIds.ConfigExists, $"An integration \"{name}\" exists. Change it with Set-IntegrationConfig (or: pulposync import), or take another name.", name);
        }

        var integration = new StoredIntegration
        {
            Name = name,
            Type = definition.Type ?? throw Missing("Type", "sales_orders"),
            SourceId = credentials.Get(definition.Source ?? throw Missing("Source", "the name of the credential to read from")).Id,
            DestinationId = credentials.Get(definition.Destination ?? throw Missing("Destination", "the name of the credential to write to")).Id,
            Settings = new Dictionary<string, string>(),
            TimeZone = Zones.Local(),
            CreatedAt = time.GetUtcNow(),
        };
        return SaveAsync(Tidy(integration, definition), definition.SkipCheck, cancellationToken);
    }

    public Task<StoredIntegration> SetAsync(ConfigDefinition definition, CancellationToken cancellationToken) =>
        SaveAsync(Changed(definition), definition.SkipCheck, cancellationToken);

    /// <summary>The changed integration as <see cref="SetAsync"/> would save it; nobody is asked and nothing is saved.</summary>
    public StoredIntegration Draft(ConfigDefinition definition) => Changed(definition).Integration;

    /// <summary>Asks both systems whether an integration could run as it is saved.</summary>
    public async Task<ConfigCheck> TestAsync(string name, CancellationToken cancellationToken)
    {
        var integration = Get(name);
        IReadOnlyList<Failure> failures;
        try
        {
            failures = await FailuresAsync(Tidy(integration, new ConfigDefinition { Name = name }), cancellationToken).ConfigureAwait(false);
        }
        catch (PulpoSyncException error)
        {
            // Wrong at sight, or with a secret that cannot be resolved here.
            failures = [new Failure(FailureKind.Configuration, error.ErrorId, error.Message)];
        }

        return new ConfigCheck(integration.Name, failures.Count == 0, failures);
    }

    public StoredIntegration Get(string name) => store.Integrations.Find(name) ?? throw new PulpoSyncException(
        ErrorIds.ConfigNotFound, $"There is no integration \"{name}\". {Names.List([.. store.Integrations.List().Select(i => i.Name)], "IntegrationConfig")}", name);

    private Checkable Changed(ConfigDefinition definition)
    {
        var known = Get(definition.Name);
        if (definition.Type is { } type && type != known.Type)
        {
            throw new PulpoSyncException(
                ErrorIds.ConfigInvalid, $"\"{known.Name}\" is of type {known.Type.ToStoredName()}, which cannot change. Make a new integration.", known.Name);
        }

        var changed = known with
        {
            SourceId = definition.Source is { } source ? credentials.Get(source).Id : known.SourceId,
            DestinationId = definition.Destination is { } destination ? credentials.Get(destination).Id : known.DestinationId,
        };
        return Tidy(changed, definition);
    }

    private Checkable Tidy(StoredIntegration integration, ConfigDefinition definition)
    {
        var flow = FlowCatalog.Find(integration.Type) ?? throw new PulpoSyncException(
            ErrorIds.ConfigInvalid,
            $"This version cannot run {integration.Type.ToStoredName()} yet. It runs {string.Join(", ", FlowCatalog.All.Select(f => f.Type.ToStoredName()))}.", integration.Name);
        var source = InRole(store.Credentials.Get(integration.SourceId), Role.Source, flow.Type);
        var destination = InRole(store.Credentials.Get(integration.DestinationId), Role.Destination, flow.Type);
        var every = systems.Get(source.System).Spec.DefaultEvery.GetValueOrDefault(flow.Type, flow.DefaultEvery);
        integration = ScheduleParser.Apply(integration, definition, every) with { Enabled = definition.Enabled ?? integration.Enabled };
        var specs = SettingCatalog.For(flow, systems.Get(source.System).Spec, systems.Get(destination.System).Spec);
        integration = integration with { Settings = Settings(integration, definition, specs) };
        Demand(flow, SettingCatalog.Complete(specs, integration.Settings), integration.Name);
        return new Checkable(integration, source, destination, specs);
    }

    private async Task<StoredIntegration> SaveAsync(Checkable wanted, bool skipCheck, CancellationToken cancellationToken)
    {
        if (!skipCheck) await CheckAsync(wanted, cancellationToken).ConfigureAwait(false);
        return store.Integrations.Save(wanted.Integration with { NextDueAt = Timetable.First(wanted.Integration, time.GetUtcNow()) });
    }

    private StoredCredential InRole(StoredCredential credential, Role role, IntegrationType type)
    {
        var fitting = systems.All.Where(system => (role is Role.Source ? system.Spec.SourceOf : system.Spec.DestinationOf).Contains(type)).ToList();
        if (fitting.Exists(system => system.Spec.Name == credential.System)) return credential;
        var verb = role is Role.Source ? "reads from" : "writes to";
        throw new PulpoSyncException(
            ErrorIds.ConfigInvalid,
            $"\"{credential.Name}\" is a {credential.System} credential; {type.ToStoredName()} {verb} {string.Join(" or ", fitting.Select(s => s.Spec.Name))}. Name such a credential as {role}.",
            credential.Name);
    }

    private static Dictionary<string, string> Settings(StoredIntegration integration, ConfigDefinition definition, IReadOnlyList<SettingSpec> specs)
    {
        var zone = Zones.Find(integration.TimeZone);
        var settings = new Dictionary<string, string>(integration.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in definition.Settings)
        {
            var spec = specs.FirstOrDefault(spec => string.Equals(spec.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new PulpoSyncException(
                ErrorIds.SettingUnknown,
                $"{integration.Type.ToStoredName()} between these systems has no setting {name}. It has {string.Join(", ", specs.Select(s => s.Name))}.", name);
            if (text is null) settings.Remove(spec.Name);
            else settings[spec.Name] = SettingParser.Parse(spec, text, zone);
        }

        var missing = specs.FirstOrDefault(spec => spec.Required && !settings.ContainsKey(spec.Name));
        return missing is null ? settings : throw Missing(missing.Name, missing.Description);
    }

    private static void Demand(FlowDefinition flow, SettingBag settings, string name)
    {
        var failures = flow.Check(settings).ToList();
        if (failures.Count > 0) throw new PulpoSyncException(ErrorIds.SettingInvalid, $"{string.Join(' ', failures.Select(failure => failure.Message))} Nothing was saved.", name);
    }

    private async Task CheckAsync(Checkable wanted, CancellationToken cancellationToken)
    {
        var failures = await FailuresAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (failures.Count == 0) return;
        throw new PulpoSyncException(
            IdOf(failures[0]), $"{string.Join(" ", failures.Select(failure => failure.Message))} Nothing was saved; {Connections.Unchecked}.", wanted.Integration.Name);
    }

    private async Task<IReadOnlyList<Failure>> FailuresAsync(Checkable wanted, CancellationToken cancellationToken)
    {
        var (integration, source, destination, specs) = wanted;
        var bag = SettingCatalog.Complete(specs, integration.Settings);
        var failures = new List<Failure>();
        foreach (var (credential, role) in new[] { (source, Role.Source), (destination, Role.Destination) })
        {
            failures.AddRange(await connections.ValidateAsync(
                systems.Get(credential.System), credential, new CheckRequest(integration.Type, role, bag), cancellationToken).ConfigureAwait(false));
        }

        return failures;
    }

    private static string IdOf(Failure failure) => failure.Kind switch
    {
        FailureKind.Configuration or FailureKind.NotFound or FailureKind.Data => ErrorIds.SettingInvalid,
        FailureKind.Transient or FailureKind.RateLimited => ErrorIds.SystemUnreachable,
        _ => ErrorIds.CredentialRefused,
    };

    private static PulpoSyncException Missing(string name, string wanted) => new(ErrorIds.ConfigInvalid, $"{name} is missing. Give {wanted}.", name);

    /// <summary>An integration that is right in itself, with what is needed to ask the systems.</summary>
    private sealed record Checkable(StoredIntegration Integration, StoredCredential Source, StoredCredential Destination, IReadOnlyList<SettingSpec> Specs);
}
