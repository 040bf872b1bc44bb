namespace PulpoSync;

/// <summary>The store.</summary>
/// <param name="Path">Full path of the database file.</param>
/// <param name="SchemaVersion">Version of its schema.</param>
/// <param name="KeySource">Where the key comes from: <c>PULPOSYNC_KEY</c> or the key file's path.</param>
/// <param name="Created">True where this call made it.</param>
public sealed record StoreInfo(string Path, int SchemaVersion, string KeySource, bool Created);
