using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Machine.Windows;

/// <summary>Adds the accounts to those that may use folder, store and key; the owner stays among them.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsRights : IStoreRights
{
    private const InheritanceFlags Down = InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit;

    public void Give(string storePath, IReadOnlyList<string> accounts)
    {
        var store = new StoreFiles(storePath, StoreKey.FileOf(storePath));
        foreach (var account in accounts)
        {
            var identity = IdentityOf(account);
            try
            {
                Allow(new DirectoryInfo(store.Folder), identity, store.OwnsFolder ? Down : InheritanceFlags.None);
                foreach (var file in store.Files) Allow(new FileInfo(file), identity);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new PulpoSyncException(
                    ErrorIds.StoreNotWritable, $"The store {storePath} cannot be given to {account}: {e.Message} Type the same in a console that runs as administrator.", storePath, e);
            }
        }
    }

    private static void Allow(DirectoryInfo folder, SecurityIdentifier identity, InheritanceFlags inheritance)
    {
        var security = folder.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule(
            identity, FileSystemRights.Modify, inheritance, PropagationFlags.None, AccessControlType.Allow));
        folder.SetAccessControl(security);
    }

    private static void Allow(FileInfo file, SecurityIdentifier identity)
    {
        var security = file.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule(identity, FileSystemRights.Modify, AccessControlType.Allow));
        file.SetAccessControl(security);
    }

    private static SecurityIdentifier IdentityOf(string account)
    {
        if (ServiceAccount.SidOf(account) is { } sid) return new SecurityIdentifier(sid);
        try
        {
            return (SecurityIdentifier)new NTAccount(account).Translate(typeof(SecurityIdentifier));
        }
        catch (IdentityNotMappedException e)
        {
            throw new PulpoSyncException(
                ErrorIds.AccountInvalid, $"There is no account '{account}'. Write it as DOMAIN\\name, a group-managed one as DOMAIN\\name$, or LocalService.", account, e);
        }
    }
}
