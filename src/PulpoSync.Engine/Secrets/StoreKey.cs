using System.Security.Cryptography;
using System.Text;
using PulpoSync.Engine.Storage;

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

    /// <summary>A key for one purpose; keys of different purposes say nothing about each other.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, salt: null, Encoding.UTF8.GetBytes("PulpoSync " + purpose));

    /// <summary>The store's key.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyNotFound"/>, <see cref="ErrorIds.StoreKeyWrong"/>.</exception>
    public static StoreKey Load(string storePath, Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } text) return Parse(text, Variable);
        var file = FileOf(storePath);
        try
        {
            return Parse(File.ReadAllText(file), file);
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

    /// <summary>The store's key, made now where there is none.</summary>
    /// <param name="storePath">Path of the store.</param>
    /// <param name="variable">Reads environment variables.</param>
    /// <param name="created">True where a key file was made.</param>
    public static StoreKey LoadOrCreate(string storePath, Func<string, string?> variable, out bool created)
    {
        var file = FileOf(storePath);
        created = variable(Variable) is not { Length: > 0 } && !File.Exists(file) && CreateFile(file);
        return Load(storePath, variable);
    }

    // Written beside and moved, so that no other process ever reads half a key.
    private static bool CreateFile(string file)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        try
        {
            OwnerOnly.CreateFile(draft, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n"));
            File.Move(draft, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was faster; its key stands.
            return false;
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    private static StoreKey Parse(string text, string source)
    {
        var key = new byte[Length];
        var isKey = Convert.TryFromBase64String(text.Trim(), key, out var length) && length == Length;
        return isKey
            ? new StoreKey(key, source)
            : throw new PulpoSyncException(
                ErrorIds.StoreKeyWrong,
                $"{source} does not hold a key: 32 bytes in base64 (44 characters) are expected. " +
                (source == Variable ? "Set it to the store's key, or remove it where the key is kept in a file." : "Put the key file back (from a backup)."),
                source);
    }
}
