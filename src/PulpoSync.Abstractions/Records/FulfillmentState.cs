namespace PulpoSync.Records;

/// <summary>State of a <see cref="FulfillmentOrder"/>.</summary>
public enum FulfillmentState
{
    /// <summary>To be shipped.</summary>
    Open,
    /// <summary>Being prepared.</summary>
    InProgress,
    /// <summary>Stopped by a person or a rule of the shop; may be released.</summary>
    OnHold,
    /// <summary>To be shipped later.</summary>
    Scheduled,
    /// <summary>Done or given up; nothing to ship.</summary>
    Closed,
    /// <summary>A state that we do not know; the text is in <see cref="FulfillmentOrder.StateText"/>.</summary>
    Other,
}
