namespace PulpoSync.Sandbox;

/// <summary>What becomes of goods that were to be packed and were not.</summary>
public enum PackRest
{
    /// <summary>They wait in a packing order of their own.</summary>
    Open,

    /// <summary>They were not to be found: nobody packs them any more, and the order ends without them.</summary>
    Missing,
}
