using System.Security.Cryptography;
using System.Text;

namespace PulpoSync.Engine.Secrets;

/// <summary>
/// Protects texts and documents at rest by AES-256-GCM. What a text belongs to goes in as associated data, so that a protected value that is moved to another
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
        var box = Protect(plain, belongsTo);
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <summary>Protects a document.</summary>
    public byte[] Protect(ReadOnlySpan<byte> plain, string belongsTo)
    {
        var box = new byte[CipherAt + plain.Length];
        box[0] = Version;
        RandomNumberGenerator.Fill(box.AsSpan(NonceAt..TagAt));
        using var aes = new AesGcm(_key, CipherAt - TagAt);
        aes.Encrypt(box.AsSpan(NonceAt..TagAt), plain, box.AsSpan(CipherAt..), box.AsSpan(TagAt..CipherAt), Encoding.UTF8.GetBytes(belongsTo));
        return box;
    }

    /// <summary>The text again; null where it was changed, moved or protected by another key.</summary>
    public string? UnprotectText(byte[] box, string belongsTo)
    {
        if (Unprotect(box, belongsTo) is not { } plain) return null;
        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    /// <summary>The document again; null where it was changed, moved or protected by another key.</summary>
    public byte[]? Unprotect(byte[] box, string belongsTo)
    {
        if (box.Length < CipherAt || box[0] != Version) return null;
        var plain = new byte[box.Length - CipherAt];
        using var aes = new AesGcm(_key, CipherAt - TagAt);
        try
        {
            aes.Decrypt(box.AsSpan(NonceAt..TagAt), box.AsSpan(CipherAt..), box.AsSpan(TagAt..CipherAt), plain, Encoding.UTF8.GetBytes(belongsTo));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
