namespace PulpoSync.Engine.Rules;

/// <summary>What a rule decides.</summary>
public enum Verdict
{
    /// <summary>Goes on as it is.</summary>
    Accept,
    /// <summary>Goes on, changed.</summary>
    Change,
    /// <summary>Is left out, until the settings change.</summary>
    Skip,
    /// <summary>Is left out for now and read again each run.</summary>
    Wait,
    /// <summary>Is to be cancelled where it was written.</summary>
    Cancel,
    /// <summary>Cannot be written as it is; parked until somebody mends it.</summary>
    Fail,
}
