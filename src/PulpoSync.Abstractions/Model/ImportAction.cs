namespace PulpoSync;

/// <summary>What an import has to do with an entry of its file.</summary>
public enum ImportAction
{
    /// <summary>It is missing and will be made.</summary>
    Create,

    /// <summary>It differs and will be changed.</summary>
    Change,

    /// <summary>It is as the file says.</summary>
    Leave,

    /// <summary>It cannot be done; the step's error says why.</summary>
    Refuse,
}
