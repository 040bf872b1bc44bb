using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Machine;

/// <summary>A store has one owner here, as nobody else may read its key.</summary>
internal sealed class UnixRights(Accounts accounts, IPrograms programs) : IStoreRights
{
    public void Give(string storePath, IReadOnlyList<string> accountNames)
    {
        if (accountNames.Distinct(StringComparer.Ordinal).ToArray() is not [var account])
            throw new PulpoSyncException(
                ErrorIds.AccountInvalid, "A store belongs to one account here, because its key is for its owner alone. Name that one; root can use the store anyway.");
        accounts.Require(account);
        var store = new StoreFiles(storePath, StoreKey.FileOf(storePath));
        if (Accounts.IsRoot) ChangeOwner(account, store);
        if (FirstMissing(account, store) is { } missing)
            throw new PulpoSyncException(ErrorIds.StoreNotWritable, $"The account {account} cannot use the store {storePath}: {missing}", storePath);
    }

    // Links are not followed: the folder may belong to somebody whom root does not trust.
    private void ChangeOwner(string account, StoreFiles store)
    {
        IReadOnlyList<string> own = store.OwnsFolder ? [store.Folder, .. store.Files] : store.Files;
        var result = programs.Run(new ProgramCall("chown", ["-h", "--", account + ":", .. own]));
        if (!result.IsDone)
            throw new PulpoSyncException(ErrorIds.StoreNotWritable, $"The store {store.Database} cannot be given to {account}: {result.Reason}", store.Database);
    }

    private string? FirstMissing(string account, StoreFiles store)
    {
        foreach (var folder in FoldersAbove(store.Folder))
        {
            if (!Can(account, "-x", folder)) return $"it may not pass through {folder}. Type: chmod o+x '{folder}', or put the store elsewhere.";
        }

        if (!Can(account, "-w", store.Folder))
            return $"it may not write in {store.Folder}, where other files lie too. Put the store into a folder of its own, or type: chown {account} '{store.Folder}'";
        if (store.Files.FirstOrDefault(file => !Can(account, "-r", file) || !Can(account, "-w", file)) is { } locked)
            return $"it may not read and write {locked}. Type: chown {account} '{locked}' and chmod 600 '{locked}'";
        return null;
    }

    private static Stack<string> FoldersAbove(string folder)
    {
        var folders = new Stack<string>();
        for (var here = folder; here is not null; here = Path.GetDirectoryName(here)) folders.Push(here);
        return folders;
    }

    private bool Can(string account, string right, string path) => accounts.RunAs(account, new ProgramCall("test", right, path)).IsDone;
}
