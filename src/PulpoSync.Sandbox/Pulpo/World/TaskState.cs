namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The states of tasks in the warehouse, as packing orders have them.</summary>
internal static class TaskState
{
    public const string Queue = "queue";
    public const string Taken = "taken";

    /// <summary>Packed; the boxes are still at the packing position.</summary>
    public const string Ended = "ended";

    /// <summary>Packed; the boxes are at a shipping position.</summary>
    public const string Closed = "closed";

    public const string Cancelled = "cancelled";

    /// <summary>Whether there is still something to pack.</summary>
    public static bool IsOpen(string state) => state is Queue or Taken;
}
