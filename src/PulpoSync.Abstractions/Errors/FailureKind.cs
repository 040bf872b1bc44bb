namespace PulpoSync;

/// <summary>Why something failed, as far as it decides what happens next.</summary>
public enum FailureKind
{
    /// <summary>A setting is wrong; ends the run.</summary>
    Configuration,
    /// <summary>The system refused who we are; ends the run.</summary>
    Authentication,
    /// <summary>The system refused what we may do; ends the run.</summary>
    Authorization,
    /// <summary>Too many requests, also after waiting; ends the run.</summary>
    RateLimited,
    /// <summary>Network, timeout or a server's own trouble, also after retries; ends the run.</summary>
    Transient,
    /// <summary>The record itself is not acceptable; parks the record.</summary>
    Data,
    /// <summary>The record collides with something at the destination; parks the record.</summary>
    Conflict,
    /// <summary>Something that the record names does not exist; parks the record.</summary>
    NotFound,
    /// <summary>The answer makes no sense by the vendor's own rules; ends the run.</summary>
    Protocol,
}
