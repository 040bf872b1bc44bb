namespace PulpoSync.Engine.Setup;

/// <summary>Failures of credentials, in the words of the store.</summary>
internal static class CredentialFailures
{
    /// <summary>A refusal that also names the credential by which it came about, so that people know which one to set right; other failures as they are.</summary>
    public static Failure By(this Failure failure, string credential) => failure.Kind is FailureKind.Authentication or FailureKind.Authorization
        ? failure with { Message = $"{failure.Message} Credential: \"{credential}\"." }
        : failure;
}
