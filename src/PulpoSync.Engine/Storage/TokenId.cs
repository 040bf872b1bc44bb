namespace PulpoSync.Engine.Storage;

/// <summary>Which token: whose it is, and the secret (as a keyed hash) that it was got with.</summary>
internal sealed record TokenId(string Key, string SecretMark);
