namespace PulpoSync.Engine.Contracts;

/// <summary>A setting that a system adds to integrations of a type, on one side.</summary>
public sealed record SystemSetting(IntegrationType Type, Role Role, SettingSpec Spec);
