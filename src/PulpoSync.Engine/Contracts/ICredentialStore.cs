namespace PulpoSync.Engine.Contracts;

/// <summary>Credentials in the store.</summary>
public interface ICredentialStore
{
    /// <summary>All, by name.</summary>
    IReadOnlyList<StoredCredential> List();
    /// <summary>One by name, without regard to case; null: none.</summary>
    StoredCredential? Find(string name);
    /// <summary>One by id.</summary>
    StoredCredential Get(long id);
    /// <summary>Inserts (id 0) or replaces; gives it back with its id.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialExists"/>.</exception>
    StoredCredential Save(StoredCredential credential);
    /// <summary>Remembers the account that a check learned.</summary>
    void SetAccount(long id, string account);
    /// <summary>Deletes.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInUse"/>, naming the integrations.</exception>
    void Delete(long id);
}
