namespace PulpoSync.Sandbox;

/// <summary>The form of a list that PULPO's contract does not put into its usual envelope.</summary>
public enum ListShape
{
    /// <summary><c>[{…}]</c></summary>
    Array,

    /// <summary><c>{…}</c> when there is one row, else an array.</summary>
    One,

    /// <summary><c>{"stocks":[{…}],"total_results":1}</c></summary>
    Envelope,
}
