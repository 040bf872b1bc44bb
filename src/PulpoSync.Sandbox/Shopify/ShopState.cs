namespace PulpoSync.Sandbox;

/// <summary>Whether a shop answers.</summary>
public enum ShopState
{
    /// <summary>It does.</summary>
    Open,

    /// <summary>402: frozen, for instance for unpaid bills.</summary>
    Frozen,

    /// <summary>403: the app has no access.</summary>
    Forbidden,

    /// <summary>423: locked, for instance while being checked for abuse.</summary>
    Locked,
}
