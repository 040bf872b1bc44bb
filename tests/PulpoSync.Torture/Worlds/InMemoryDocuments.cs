using System.Collections.Concurrent;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Worlds;

/// <summary>Documents of one test.</summary>
internal sealed class InMemoryDocuments : IDocuments
{
    private readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);

    /// <summary>What is kept.</summary>
    public IReadOnlyCollection<string> Names => [.. _kept.Keys];

    public void Put(string name, ReadOnlySpan<byte> content) => _kept[name] = content.ToArray();

    public byte[]? Find(string name) => _kept.GetValueOrDefault(name);

    public void Delete(string name) => _kept.TryRemove(name, out _);
}
