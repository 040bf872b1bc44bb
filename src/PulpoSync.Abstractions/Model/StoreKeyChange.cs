namespace PulpoSync;

/// <summary>The store has a new key.</summary>
/// <param name="Path">Full path of the store.</param>
/// <param name="KeySource">Where the new key lies: the key file's path, or <c>PULPOSYNC_KEY_NEW</c>.</param>
/// <param name="Secrets">How many secrets were protected anew.</param>
/// <param name="Documents">How many documents on their way were.</param>
/// <param name="ChangedAt">When, in UTC.</param>
/// <param name="Advice">What is to be done now, for people.</param>
public sealed record StoreKeyChange(string Path, string KeySource, int Secrets, int Documents, DateTimeOffset ChangedAt, string Advice);
