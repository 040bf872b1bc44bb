namespace PulpoSync.Engine.Contracts;

/// <summary>What a check is for.</summary>
/// <param name="Type">The integration's type; null where only the credential is checked.</param>
/// <param name="Role">The system's side; null where only the credential is checked.</param>
/// <param name="Settings">The integration's settings; empty where only the credential is checked.</param>
public sealed record CheckRequest(IntegrationType? Type, Role? Role, SettingBag Settings)
{
    /// <summary>A check of the credential alone.</summary>
    public static CheckRequest Credential { get; } = new(null, null, SettingBag.Empty);
}
