namespace PulpoSync.Engine.Machine;

/// <summary>Lets accounts use a store.</summary>
internal interface IStoreRights
{
    /// <summary>Gives folder, store and key to the accounts, as far as they belong to the store.</summary>
    /// <exception cref="PulpoSyncException">
    /// <see cref="ErrorIds.AccountInvalid"/>; <see cref="ErrorIds.StoreNotWritable"/> where they still cannot use it.
    /// </exception>
    void Give(string storePath, IReadOnlyList<string> accounts);
}
