using System.Security.Cryptography;
using System.Text;

namespace PulpoSync.Engine.Secrets;

/// <summary>
/// Protects texts at rest by AES-256-GCM. What a text belongs to goes in as associated data, so that a protected value that is moved to another
/// place cannot be read there. Layout: version (1 byte), nonce (12), tag (16), cipher text.
/// </summary>
internal sealed class SecretProtector(StoreKey storeKey)
{
    private const byte Version = 1;
    private const int NonceAt = 1;
    private const int TagAt = NonceAt + 12;
    private const int CipherAt = TagAt + 16;

    private readonly byte[] _key = storeKey.Derive("secrets");

    /// <summary>Protects a text.</summary>
    public byte[] Protect(string text, string belongsTo)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[CipherAt + plain.Length];
        box[0] = Version;
        RandomNumberGenerator.Fill(box.AsSpan(NonceAt..TagAt));
        using var aes = new AesGcm(_key, CipherAt - TagAt);
        aes.Encrypt(box.AsSpan(NonceAt..TagAt), plain, box.AsSpan(CipherAt..), box.AsSpan(TagAt..CipherAt), Encoding.UTF8.GetBytes(belongsTo));
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <summary>The text again; null where it was changed, moved or protected by another key.</summary>
    public string? Unprotect(byte[] box, string belongsTo)
    {
        if (box.Length < CipherAt || box[0] != Version) return null;
        var plain = new byte[box.Length - CipherAt];
        using var aes = new AesGcm(_key, CipherAt - TagAt);
        try
        {
            aes.Decrypt(box.AsSpan(NonceAt..TagAt), box.AsSpan(CipherAt..), box.AsSpan(TagAt..CipherAt), plain, Encoding.UTF8.GetBytes(belongsTo));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
