namespace PulpoSync.PowerShell.Parameters;

/// <summary>Marks a parameter that is the integration's setting of the same name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingAttribute : Attribute;
