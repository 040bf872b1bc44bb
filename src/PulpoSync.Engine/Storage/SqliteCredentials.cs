using Microsoft.Data.Sqlite;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>Credentials. Texts of secrets are protected, references kept as they are.</summary>
internal sealed class SqliteCredentials(Database database, SecretProtector protector, TimeProvider time) : ICredentialStore
{
    private const string Select = "SELECT id, name, system, address, fields, account, is_sandbox, created_at, changed_at FROM credentials ";
    private const string SelectSecrets = "SELECT credential_id, field, value, kind, reference, vault FROM secrets ";

    public IReadOnlyList<StoredCredential> List() => database.Read(session =>
    {
        var secrets = session.All(SelectSecrets, ReadSecret).ToLookup(secret => secret.CredentialId);
        return session.All(Select + "ORDER BY name_key", Read)
            .ConvertAll(credential => credential with { Secrets = Dictionary(secrets[credential.Id]) });
    });

    public StoredCredential? Find(string name) => database.Read(
        session => WithSecrets(session, session.First(Select + "WHERE name_key = ?1", Read, NameKey.Of(name))));

    public StoredCredential Get(long id) => database.Read(session => Get(session, id));

    public StoredCredential Save(StoredCredential credential)
    {
        try
        {
            return database.Write(session =>
            {
                var id = credential.Id == 0 ? Insert(session, credential) : Update(session, credential);
                session.Execute("DELETE FROM secrets WHERE credential_id = ?1", id);
                foreach (var (field, secret) in credential.Secrets) InsertSecret(session, id, field, secret);
                return Get(session, id);
            });
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == StoreErrors.UniqueViolated)
        {
            throw new PulpoSyncException(ErrorIds.CredentialExists, $"A credential named '{credential.Name}' exists already.", credential.Name);
        }
    }

    public void SetAccount(long id, string account) =>
        database.Write(session => session.Execute("UPDATE credentials SET account = ?2 WHERE id = ?1", id, account));

    public void Delete(long id) => database.Write(session =>
    {
        const string Users = "SELECT name FROM integrations WHERE source_id = ?1 OR destination_id = ?1 ORDER BY name_key";
        var users = session.All(Users, row => row.Text(0), id);
        if (users.Count > 0)
        {
            var name = Get(session, id).Name;
            throw new PulpoSyncException(
                ErrorIds.CredentialInUse,
                $"The credential '{name}' is used by: {string.Join(", ", users)}. Remove or change these integrations first.", name);
        }

        session.Execute("DELETE FROM credentials WHERE id = ?1", id);
    });

    /// <summary>Protects all secrets by another key.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreInvalid"/>: the first one does not open all of them.</exception>
    public static int Protect(Session session, SecretProtector from, SecretProtector to, string path)
    {
        var all = session.All("SELECT credential_id, field, value FROM secrets WHERE value IS NOT NULL", row => (Id: row.Long(0), Field: row.Text(1), Box: row.Bytes(2)));
        foreach (var (id, field, box) in all)
        {
            var text = from.UnprotectText(box, Place(id, field)) ?? throw Tampered(path, id, field);
            session.Execute("UPDATE secrets SET value = ?3 WHERE credential_id = ?1 AND field = ?2", id, field, to.Protect(text, Place(id, field)));
        }

        return all.Count;
    }

    private long Insert(Session session, StoredCredential credential)
    {
        var now = time.GetUtcNow();
        return session.First(
            """
            INSERT INTO credentials (name, name_key, system, address, fields, account, is_sandbox, created_at, changed_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) RETURNING id
            """,
            row => row.Long(0),
            credential.Name, NameKey.Of(credential.Name), credential.System, credential.Address, Fields(credential), credential.Account,
            credential.IsSandbox, now);
    }

    private long Update(Session session, StoredCredential credential)
    {
        var changed = session.Execute(
            """
            UPDATE credentials SET name = ?2, name_key = ?3, system = ?4, address = ?5, fields = ?6, account = ?7, is_sandbox = ?8, changed_at = ?9
            WHERE id = ?1
            """,
            credential.Id, credential.Name, NameKey.Of(credential.Name), credential.System, credential.Address, Fields(credential),
            credential.Account, credential.IsSandbox, time.GetUtcNow());
        return changed == 1 ? credential.Id : throw Gone(credential.Id);
    }

    private void InsertSecret(Session session, long id, string field, SecretInput secret) => session.Execute(
        "INSERT INTO secrets (credential_id, field, value, kind, reference, vault) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        id, field, secret.Text is { } text ? protector.Protect(text, Place(id, field)) : null,
        secret.Reference?.Kind, secret.Reference?.Name, secret.Reference?.Vault);

    private StoredCredential Get(Session session, long id) =>
        WithSecrets(session, session.First(Select + "WHERE id = ?1", Read, id)) ?? throw Gone(id);

    private StoredCredential? WithSecrets(Session session, StoredCredential? credential) => credential is null
        ? null
        : credential with { Secrets = Dictionary(session.All(SelectSecrets + "WHERE credential_id = ?1", ReadSecret, credential.Id)) };

    private static StoredCredential Read(Row row) => new()
    {
        Id = row.Long(0),
        Name = row.Text(1),
        System = row.Text(2),
        Address = row.Text(3),
        Fields = StoreJson.Read(row.Text(4), StoreJson.Default.IReadOnlyDictionaryStringString)!,
        Account = row.TextOrNull(5),
        IsSandbox = row.Flag(6),
        CreatedAt = row.Moment(7),
        ChangedAt = row.Moment(8),
        Secrets = new Dictionary<string, SecretInput>(),
    };

    private Secret ReadSecret(Row row)
    {
        var (id, field) = (row.Long(0), row.Text(1));
        if (row.BytesOrNull(2) is not { } box)
            return new Secret(id, field, SecretInput.FromReference(new SecretReference(row.Text(3), row.Text(4), row.TextOrNull(5))));
        if (protector.UnprotectText(box, Place(id, field)) is { } text) return new Secret(id, field, SecretInput.FromText(text));
        database.DemandKey();
        throw Tampered(database.Path, id, field);
    }

    private static PulpoSyncException Tampered(string path, long id, string field) => StoreErrors.Invalid(
        path, FormattableString.Invariant($"the protected {field} of credential {id} was changed outside of PulpoSync; restore a backup"));

    private static Dictionary<string, SecretInput> Dictionary(IEnumerable<Secret> secrets) =>
        secrets.ToDictionary(secret => secret.Field, secret => secret.Value, StringComparer.OrdinalIgnoreCase);

    private static string? Fields(StoredCredential credential) =>
        StoreJson.Write(credential.Fields, StoreJson.Default.IReadOnlyDictionaryStringString);

    private static string Place(long id, string field) => FormattableString.Invariant($"credential/{id}/{field}");

    private static PulpoSyncException Gone(long id) =>
        new(ErrorIds.CredentialNotFound, FormattableString.Invariant($"There is no credential with id {id} any more."));

    private sealed record Secret(long CredentialId, string Field, SecretInput Value);
}
