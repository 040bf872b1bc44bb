namespace PulpoSync.Engine.Contracts;

/// <summary>Hashes with the store's key, so that nobody can guess a customer from a hash at rest.</summary>
public interface IKeyedHash
{
    /// <summary>Hash of some bytes, as text.</summary>
    string Of(ReadOnlySpan<byte> content);
}
