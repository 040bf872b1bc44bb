namespace PulpoSync;

/// <summary>A copy of the store as it stood at one moment. The key is not in it.</summary>
/// <param name="Path">Full path of the copy.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="SchemaVersion">Version of its schema.</param>
/// <param name="TakenAt">When it was taken, in UTC.</param>
/// <param name="KeySource">Where the key lies without which its secrets cannot be read: <c>PULPOSYNC_KEY</c> or the key file's path.</param>
public sealed record StoreBackup(string Path, long Size, int SchemaVersion, DateTimeOffset TakenAt, string KeySource);
