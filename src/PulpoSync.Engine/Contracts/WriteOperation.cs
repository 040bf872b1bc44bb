namespace PulpoSync.Engine.Contracts;

/// <summary>What a write does.</summary>
public enum WriteOperation
{
    /// <summary>Makes a new record. Not repeatable blindly.</summary>
    Create,
    /// <summary>Brings an existing record to the given content, while the destination still allows it.</summary>
    Update,
    /// <summary>Cancels a record in every state that can be cancelled.</summary>
    Cancel,
    /// <summary>Cancels a record only while nobody has begun to work on it.</summary>
    Withdraw,
}
