namespace PulpoSync.Engine.Contracts;

/// <summary>Which side of an integration a system stands on.</summary>
public enum Role
{
    /// <summary>Read from.</summary>
    Source,
    /// <summary>Written to.</summary>
    Destination,
}
