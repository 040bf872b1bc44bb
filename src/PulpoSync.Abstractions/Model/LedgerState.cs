namespace PulpoSync;

/// <summary>What the ledger knows of one record.</summary>
public enum LedgerState
{
    /// <summary>A write was prepared and its outcome is not known yet.</summary>
    Pending,
    /// <summary>The destination has it.</summary>
    Written,
    /// <summary>Cancelled at the destination.</summary>
    Cancelled,
    /// <summary>A rule decided against it; looked at again when the settings change.</summary>
    Skipped,
    /// <summary>Waits for something that moves no timestamp (a hold, a schedule); read again each run.</summary>
    Waiting,
    /// <summary>Failed; tried again after a growing pause.</summary>
    Parked,
}
