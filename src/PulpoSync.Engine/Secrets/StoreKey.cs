using System.Security.Cryptography;
using System.Text;

namespace PulpoSync.Engine.Secrets;

/// <summary>
/// The key of a store: 32 random bytes from <c>PULPOSYNC_KEY</c>, else from the key file beside the store. It is never used itself; every purpose
/// has a key of its own derived from it.
/// </summary>
internal sealed class StoreKey
{
    /// <summary>Environment variable that holds the key, in base64.</summary>
    public const string Variable = "PULPOSYNC_KEY";

    private const int Length = 32;
    private readonly byte[] _key;

    private StoreKey(byte[] key, string source)
    {
        _key = key;
        Source = source;
    }

    /// <summary>The variable's name or the key file's path.</summary>
    public string Source { get; }

    /// <summary>Tells keys apart without giving them away; kept in the store.</summary>
    public string Fingerprint => Convert.ToHexString(Derive("fingerprint"), 0, 8);

    /// <summary>Where the key file of a store lies.</summary>
    public static string FileOf(string storePath) => storePath + ".key";

    /// <summary>True where keys come from variables; files are not looked at then.</summary>
    public static bool IsInVariable(Func<string, string?> variable) => variable(Variable) is { Length: > 0 };

    /// <summary>A key for one purpose; keys of different purposes say nothing about each other.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, salt: null, Encoding.UTF8.GetBytes("PulpoSync " + purpose));

    /// <summary>The store's key.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyNotFound"/>, <see cref="ErrorIds.StoreKeyWrong"/>.</exception>
    public static StoreKey Load(string storePath, Func<string, string?> variable)
    {
        if (IsInVariable(variable)) return Parse(variable(Variable)!, Variable);
        var file = FileOf(storePath);
        try
        {
            return Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PulpoSyncException(
                ErrorIds.StoreKeyNotFound,
                $"The key of the store cannot be read: {Variable} is not set, and the account {Environment.UserName} cannot read {file}. " +
                "Set the variable, or put the key file back (from a backup) with read rights for this account.",
                file, e);
        }
    }

    /// <summary>The key that the store has by its fingerprint: usually its key; the one that comes next where a change of the key was broken off.</summary>
    /// <param name="storePath">Path of the store.</param>
    /// <param name="variable">Reads environment variables.</param>
    /// <param name="fingerprint">What the store says.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyNotFound"/>, <see cref="ErrorIds.StoreKeyWrong"/>.</exception>
    public static StoreKey Load(string storePath, Func<string, string?> variable, string? fingerprint)
    {
        if (NextKey.Find(storePath, variable) is { } next && next.Fingerprint == fingerprint) return next;
        var key = Load(storePath, variable);
        if (key.Fingerprint == fingerprint) return key;
        var unread = NextKey.FileOf(storePath);
        var hint = key.Source == Variable || !File.Exists(unread) ? "Put"
            : $"Perhaps it was being changed and {unread} holds the new one: type Get-IntegrationStore (or: pulposync status) under the account that changed it. Else put";
        throw new PulpoSyncException(
            ErrorIds.StoreKeyWrong,
            $"The key in {key.Source} does not belong to the store {storePath}. {hint} back the key that the store was made with, or got since, as {FileOf(storePath)} or in {Variable}. A backup needs the key of its time.",
            key.Source);
    }

    /// <summary>The store's key, made now where there is none.</summary>
    /// <param name="storePath">Path of the store.</param>
    /// <param name="variable">Reads environment variables.</param>
    /// <param name="created">True where a key file was made.</param>
    public static StoreKey LoadOrCreate(string storePath, Func<string, string?> variable, out bool created)
    {
        var file = FileOf(storePath);
        created = !IsInVariable(variable) && !File.Exists(file) && CreateFile(file, overwrite: false);
        return Load(storePath, variable);
    }

    /// <summary>Draws a key into a file, which is written beside and moved, so that no other process ever reads half a key.</summary>
    /// <returns>False where another process was faster.</returns>
    public static bool CreateFile(string file, bool overwrite)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        try
        {
            OwnerOnly.CreateFile(draft, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n"));
            File.Move(draft, file, overwrite);
            return true;
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            // Another process was faster; its key stands.
            return false;
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    /// <summary>The key in a file; whoever changes it is not held up.</summary>
    public static StoreKey Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.ASCII);
        return Parse(reader.ReadToEnd(), file);
    }

    /// <summary>The key that a text holds.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyWrong"/>: none.</exception>
    public static StoreKey Parse(string text, string source)
    {
        var key = new byte[Length];
        var isKey = Convert.TryFromBase64String(text.Trim(), key, out var length) && length == Length;
        return isKey
            ? new StoreKey(key, source)
            : throw new PulpoSyncException(
                ErrorIds.StoreKeyWrong,
                $"{source} does not hold a key: 32 bytes in base64 (44 characters) are expected. " +
                source switch
                {
                    Variable => "Set it to the store's key, or remove it where the key is kept in a file.",
                    NextKey.Variable => "Set it to the key that the store shall have, or remove it where no key is being changed.",
                    _ => "Put the key file back (from a backup).",
                },
                source);
    }
}
