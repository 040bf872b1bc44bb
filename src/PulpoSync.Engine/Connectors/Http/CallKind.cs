namespace PulpoSync.Engine.Connectors.Http;

/// <summary>What may be done again when no clear answer came.</summary>
public enum CallKind
{
    /// <summary>Changes nothing.</summary>
    Read,
    /// <summary>Changes something, but twice is as good as once.</summary>
    IdempotentWrite,
    /// <summary>Must not be executed twice: sent again only when it was surely not executed.</summary>
    Write,
}
