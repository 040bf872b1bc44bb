namespace PulpoSync.Torture.Faults;

/// <summary>What a run with a fault came to. Whichever it is: the runs after it lose and double nothing.</summary>
[Flags]
internal enum Outcome
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>The run finished: what was hit was tried again, or did not matter.</summary>
    WentOn = 1,

    /// <summary>The run finished, and records failed or are of unknown outcome: the next run settles them.</summary>
    RecordsOpen = 2,

    /// <summary>The run failed because of trouble that passes; its cursor did not move.</summary>
    Transient = 4,

    /// <summary>The run failed because the vendor let nothing more through.</summary>
    RateLimited = 8,

    /// <summary>The run failed because the answer was none by the vendor's own rules.</summary>
    Protocol = 16,

    /// <summary>The run failed because we were not let in, or not let do something.</summary>
    Refused = 32,

    /// <summary>The run failed because of what is set up: a refused content that nobody can mend but by the settings.</summary>
    Configuration = 64,

    /// <summary>The run failed in some other way.</summary>
    Other = 128,
}
