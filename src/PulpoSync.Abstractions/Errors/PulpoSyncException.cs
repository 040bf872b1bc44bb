namespace PulpoSync;

/// <summary>The one exception that leaves the engine: an error for a person, with a stable id.</summary>
public sealed class PulpoSyncException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="errorId">One of <see cref="ErrorIds"/>.</param>
    /// <param name="message">What is wrong and what to type instead, without secrets.</param>
    /// <param name="target">The name or value that is at fault.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public PulpoSyncException(string errorId, string message, string? target = null, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Target = target;
    }

    /// <summary>One of <see cref="ErrorIds"/>.</summary>
    public string ErrorId { get; }

    /// <summary>The name or value that is at fault.</summary>
    public string? Target { get; }
}
