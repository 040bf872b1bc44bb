namespace PulpoSync.Torture.Kills;

/// <summary>Where a run is killed.</summary>
internal enum KillPoint
{
    /// <summary>Anywhere: after so many requests and a little time.</summary>
    AnyMoment,

    /// <summary>The rows are durable, nothing is sent.</summary>
    Prepared,

    /// <summary>The request has left; the vendor executes it some time after our death.</summary>
    InFlight,

    /// <summary>The vendor has executed the request, its answer is still out.</summary>
    AnswerOut,

    /// <summary>Inside our own transaction.</summary>
    Committing,

    /// <summary>After our own transaction.</summary>
    Committed,

    /// <summary>Before the source is told what became of a record.</summary>
    Acknowledging,

    /// <summary>The source was told, and that is not durable yet.</summary>
    Acknowledged,
}
