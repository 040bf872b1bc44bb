using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Setup.Import;

namespace PulpoSync.Engine.Setup;

/// <summary>Makes and changes credentials: read, checked at the system, and only then saved.</summary>
internal sealed class CredentialSetup(SystemCatalog systems, IStore store, Connections connections, TimeProvider time)
{
    public async Task<StoredCredential> NewAsync(CredentialDefinition definition, CancellationToken cancellationToken)
    {
        var name = Names.Checked(definition.Name, ErrorIds.CredentialInvalid);
        if (store.Credentials.Find(name) is not null)
        {
            throw new PulpoSyncException(
                ErrorIds.CredentialExists, $"A credential \"{name}\" exists. Change it with Set-IntegrationCredential (or: pulposync import), or take another name.", name);
        }

        var system = systems.Get(definition.System);
        var credential = Merge(system, definition, new StoredCredential
        {
            Name = name, System = system.Spec.Name, Address = "", Fields = new Dictionary<string, string>(), Secrets = new Dictionary<string, SecretInput>(),
            CreatedAt = time.GetUtcNow(),
        });
        return await SaveAsync(system, credential, definition.SkipCheck, cancellationToken).ConfigureAwait(false);
    }

    public async Task<StoredCredential> SetAsync(CredentialDefinition definition, CancellationToken cancellationToken)
    {
        var changed = Draft(definition);
        return await SaveAsync(systems.Get(changed.System), changed, definition.SkipCheck, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The changed credential as <see cref="SetAsync"/> would save it; nobody is asked and nothing is saved.</summary>
    public StoredCredential Draft(CredentialDefinition definition)
    {
        var known = Get(definition.Name);
        var system = systems.Get(known.System);
        if (definition.System is { } other && systems.Get(other) != system)
        {
            throw new PulpoSyncException(
                ErrorIds.CredentialInvalid, $"\"{known.Name}\" is a {known.System} credential and cannot become one of {other}. Make a new one.", known.Name);
        }

        return Merge(system, definition, known);
    }

    public async Task<CredentialCheck> TestAsync(string name, CancellationToken cancellationToken)
    {
        var credential = Get(name);
        var check = await CheckAsync(systems.Get(credential.System), credential, cancellationToken).ConfigureAwait(false);
        if (check.Failure is null && check.Account != credential.Account) store.Credentials.SetAccount(credential.Id, check.Account);
        return new CredentialCheck(credential.Name, check.Failure is null, check.Failure is null ? check.Account : null, check.Failure, check.Warnings);
    }

    public StoredCredential Get(string name) => store.Credentials.Find(name) ?? throw new PulpoSyncException(
        ErrorIds.CredentialNotFound,
        $"There is no credential \"{name}\". {Names.List([.. store.Credentials.List().Select(c => c.Name)], "IntegrationCredential")}", name);

    private async Task<StoredCredential> SaveAsync(ISystem system, StoredCredential credential, bool skipCheck, CancellationToken cancellationToken)
    {
        if (skipCheck) await LookAtAsync(system, credential).ConfigureAwait(false);
        else
        {
            var check = await connections.CheckAsync(system, credential, cancellationToken).ConfigureAwait(false);
            if (check.Failure is { } failure) throw Refused(credential, failure);
            credential = credential with { Account = check.Account };
        }

        return store.Credentials.Find(credential.Name) is { } known && IsSame(known, credential)
            ? known
            : store.Credentials.Save(credential with { ChangedAt = time.GetUtcNow() });
    }

    // A secret that is given again is no change: a table of stores with its secrets can be imported as often as one without.
    private static bool IsSame(StoredCredential a, StoredCredential b) => a.Account == b.Account
        && Comparison.Differences(Views.Of(a), Views.Of(b)).Count == 0 && a.Secrets.All(secret => secret.Value.Text == b.Secrets[secret.Key].Text);

    // Unchecked means that the system is not asked. What is wrong at sight is refused all the same, as far as the secrets are at hand.
    private async Task LookAtAsync(ISystem system, StoredCredential credential)
    {
        if (credential.Secrets.Values.Any(secret => secret.Reference is not null)) return;
        await connections.Open(system, credential, SettingBag.Empty).DisposeAsync().ConfigureAwait(false);
    }

    // A secret that cannot be found is a finding of the test, not a fault of it.
    private async Task<CheckResult> CheckAsync(ISystem system, StoredCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            return await connections.CheckAsync(system, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (PulpoSyncException error)
        {
            return CheckResult.Refused(new Failure(FailureKind.Configuration, error.ErrorId, error.Message));
        }
    }

    private static PulpoSyncException Refused(StoredCredential credential, Failure failure) => new(
        failure.Kind is FailureKind.Transient or FailureKind.RateLimited ? ErrorIds.SystemUnreachable : ErrorIds.CredentialRefused,
        $"{failure.Message} Nothing was saved; {Connections.Unchecked}.", credential.Name);

    private static StoredCredential Merge(ISystem system, CredentialDefinition definition, StoredCredential known)
    {
        var isSandbox = definition.Sandbox ?? known.IsSandbox;
        Known(system, definition.Fields.Keys.Concat(definition.Secrets.Keys), known.Name);
        var fields = new Dictionary<string, string>(known.Fields, StringComparer.OrdinalIgnoreCase);
        var secrets = new Dictionary<string, SecretInput>(known.Secrets, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in definition.Fields) fields[name] = value.Trim();
        foreach (var (name, value) in definition.Secrets) secrets[name] = value.Text?.Trim().Length != 0 ? value : throw Empty(name, known.Name);
        var address = definition.Address is not null || known.Address.Length == 0 || isSandbox != known.IsSandbox
            ? system.NormalizeAddress(definition.Address ?? known.Address, isSandbox)
            : known.Address;
        Complete(system, [.. fields.Where(field => field.Value.Length > 0).Select(field => field.Key), .. secrets.Keys], known.Name);
        var moved = address != known.Address;
        return known with { Address = address, Fields = fields, Secrets = secrets, IsSandbox = isSandbox, Account = moved ? null : known.Account };
    }

    private static void Known(ISystem system, IEnumerable<string> names, string credential)
    {
        var fields = system.Spec.CredentialFields.Select(field => field.Name).ToList();
        var unknown = names.FirstOrDefault(name => !fields.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is null) return;
        throw new PulpoSyncException(
            ErrorIds.CredentialInvalid, $"A {system.Spec.Name} credential has no field {unknown}. It has {string.Join(", ", fields)}.", credential);
    }

    private static PulpoSyncException Empty(string name, string credential) => new(
        ErrorIds.CredentialInvalid, $"The {name} of \"{credential}\" is empty. Enter it again, or name the variable, file or vault that holds it.", credential);

    private static void Complete(ISystem system, List<string> names, string credential)
    {
        var sets = system.Spec.CredentialSets;
        if (sets.Count == 0 || sets.Any(set => set.All(name => name == "Address" || names.Contains(name, StringComparer.OrdinalIgnoreCase)))) return;
        var ways = string.Join(", or ", sets.Select(set => string.Join(" and ", set.Where(name => name != "Address"))));
        throw new PulpoSyncException(ErrorIds.CredentialInvalid, $"A {system.Spec.Name} credential needs {ways}.", credential);
    }
}
