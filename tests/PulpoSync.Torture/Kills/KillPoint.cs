namespace PulpoSync.Torture.Kills;

/// <summary>Where a run is killed.</summary>
internal enum KillPoint
{
    /// <summary>Anywhere: after so many requests and a part of a page's time.</summary>
    AnyMoment,

    /// <summary>The rows are durable, nothing is sent.</summary>
    Prepared,

    /// <summary>The request has left; PULPO executes it some time after our death.</summary>
    InFlight,

    /// <summary>PULPO has executed the request, its answer is still out.</summary>
    AnswerOut,

    /// <summary>Inside our own transaction.</summary>
    Committing,

    /// <summary>After our own transaction.</summary>
    Committed,
}
