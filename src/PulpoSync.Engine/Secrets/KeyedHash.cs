using System.Security.Cryptography;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Secrets;

/// <summary>HMAC-SHA256 under a key derived for one purpose, cut to 128 bits: 32 hexadecimal digits.</summary>
internal sealed class KeyedHash(StoreKey storeKey, string purpose) : IKeyedHash
{
    private const int Length = 16;

    private readonly byte[] _key = storeKey.Derive(purpose);

    public string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, content, hash);
        return Convert.ToHexString(hash[..Length]);
    }
}
