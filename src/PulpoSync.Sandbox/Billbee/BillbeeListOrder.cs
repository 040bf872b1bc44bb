namespace PulpoSync.Sandbox;

/// <summary>The order of the rows in Billbee's lists, which Billbee does not promise.</summary>
public enum BillbeeListOrder
{
    /// <summary>By Billbee's id.</summary>
    ById,

    /// <summary>The newest first, by the time of the record.</summary>
    NewestFirst,

    /// <summary>By the last modification: a row that is changed moves to the end.</summary>
    ByModification,

    /// <summary>Without any order, and another one after each change of the account; the same as long as nothing changes.</summary>
    Shuffled,

    /// <summary>Another order with each request.</summary>
    Unsteady,
}
