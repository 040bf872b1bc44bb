namespace PulpoSync.Engine.Contracts;

/// <summary>Codes of refusals that the flows understand; every other code just parks the record.</summary>
public static class RefusalCodes
{
    /// <summary>Update or withdraw came too late: work on the record has begun.</summary>
    public const string NotQueued = nameof(NotQueued);
    /// <summary>The record is paused at the destination; try again later.</summary>
    public const string Paused = nameof(Paused);
    /// <summary>Held or scheduled at the destination, which is no failure: looked at again each run until it is released.</summary>
    public const string HoldInShop = nameof(HoldInShop);
    /// <summary>In a state that we do not know: nothing is concluded from it, and it is looked at again each run.</summary>
    public const string UnknownState = nameof(UnknownState);
    /// <summary>Cancel came too late for good: shipping or shipped.</summary>
    public const string CancelTooLate = nameof(CancelTooLate);
    /// <summary>The record was cancelled at the destination by somebody else.</summary>
    public const string CancelledAtDestination = nameof(CancelledAtDestination);
    /// <summary>The record is gone from the destination.</summary>
    public const string GoneAtDestination = nameof(GoneAtDestination);
    /// <summary>The number belongs to something that is not ours.</summary>
    public const string OrderNumberTaken = nameof(OrderNumberTaken);
}
