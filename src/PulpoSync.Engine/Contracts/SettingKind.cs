namespace PulpoSync.Engine.Contracts;

/// <summary>The form of a setting's value.</summary>
public enum SettingKind
{
    /// <summary>Text.</summary>
    Text,
    /// <summary>Several texts.</summary>
    TextList,
    /// <summary>One of <see cref="SettingSpec.Choices"/>.</summary>
    Choice,
    /// <summary>Several of <see cref="SettingSpec.Choices"/>.</summary>
    ChoiceList,
    /// <summary>On or off.</summary>
    Switch,
    /// <summary>Whole number within <see cref="SettingSpec.Minimum"/> and <see cref="SettingSpec.Maximum"/>.</summary>
    Number,
    /// <summary>A moment; without an offset it is meant in the integration's time zone.</summary>
    Moment,
    /// <summary>Text to text, such as location to warehouse.</summary>
    Map,
}
