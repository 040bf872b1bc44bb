namespace PulpoSync;

/// <summary>Weight of a log line.</summary>
public enum LogLevel
{
    /// <summary>What happened.</summary>
    Information,
    /// <summary>Works, but should be known.</summary>
    Warning,
    /// <summary>Does not work.</summary>
    Error,
}
