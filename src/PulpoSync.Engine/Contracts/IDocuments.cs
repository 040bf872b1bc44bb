namespace PulpoSync.Engine.Contracts;

/// <summary>
/// Small documents that must survive a crash between two foreign calls: a label that exists nowhere else, what stood there before a call that must not be made
/// twice. Durable when <see cref="Put"/> returns, protected at rest, shared by all processes on the store, and deleted as soon as they have done their service.
/// </summary>
public interface IDocuments
{
    /// <summary>Keeps a document; one of the same name is replaced.</summary>
    void Put(string name, ReadOnlySpan<byte> content);

    /// <summary>A document; null where there is none.</summary>
    byte[]? Find(string name);

    /// <summary>Deletes; nothing happens where there is none.</summary>
    void Delete(string name);
}
