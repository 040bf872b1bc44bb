namespace PulpoSync.Engine.Contracts;

/// <summary>The open store. Safe for use by several threads; several processes may have it open.</summary>
public interface IStore : IDisposable
{
    /// <summary>Path, schema, key.</summary>
    StoreInfo Info { get; }
    /// <summary>When a backup was last put into its place; null: never. Of what happened just before it may know nothing.</summary>
    DateTimeOffset? RestoredAt { get; }
    /// <summary>Credentials.</summary>
    ICredentialStore Credentials { get; }
    /// <summary>Integrations and routes.</summary>
    IIntegrationStore Integrations { get; }
    /// <summary>What runs need.</summary>
    IRunStore Runs { get; }
    /// <summary>What people ask.</summary>
    IProtocolStore Protocol { get; }
    /// <summary>Shared request limits.</summary>
    ILimitStore Limits { get; }
    /// <summary>Shared access tokens.</summary>
    ITokenCache Tokens { get; }
    /// <summary>Documents on their way from one system to another.</summary>
    IDocuments Documents { get; }
    /// <summary>Copies the store as it stands into a file that only its owner may read.</summary>
    StoreBackup Backup(string path, bool overwrite);
    /// <summary>Gives the store another key. This object stands for the old one and can no longer write: close it.</summary>
    StoreKeyChange ChangeKey();
    /// <summary>Hashes with the store's key.</summary>
    IKeyedHash Hash { get; }
}
