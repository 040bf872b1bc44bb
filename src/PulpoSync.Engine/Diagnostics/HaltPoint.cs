namespace PulpoSync.Engine.Diagnostics;

/// <summary>
/// Named points at which a crash test may stop the process for good: <c>PULPOSYNC_HALT_AT=prepared:3</c> halts when the point is reached for the third
/// time, says so on standard error and waits to be killed, or for a line on standard input, which lets it go on. Without the variable this is one comparison.
/// </summary>
internal static class HaltPoint
{
    private static readonly string? Wanted = Environment.GetEnvironmentVariable("PULPOSYNC_HALT_AT");
    private static int _left = Wanted?.Split(':') is [_, var count] && int.TryParse(count, out var times) ? times : 1;

    /// <summary>After the rows are durable, before the request leaves.</summary>
    public const string Prepared = "prepared";
    /// <summary>Inside our own transaction, before it is committed.</summary>
    public const string Committing = "committing";
    /// <summary>After our own transaction.</summary>
    public const string Committed = "committed";
    /// <summary>Before the source is told what became of a record.</summary>
    public const string Acknowledging = "acknowledging";
    /// <summary>After the source was told, before that is durable.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>Inside a step of the schema, before it is committed.</summary>
    public const string Migrating = "migrating";

    /// <summary>When the store's next key is drawn, before anything is protected with it.</summary>
    public const string KeyDrawn = "keydrawn";
    /// <summary>When all is protected with the store's next key, before that is committed.</summary>
    public const string KeyChanging = "keychanging";
    /// <summary>After that commit, before the key file is written.</summary>
    public const string KeyChanged = "keychanged";
    /// <summary>After the key file is written, before the file beside it goes.</summary>
    public const string KeyPlaced = "keyplaced";

    /// <summary>Halts here, if this is the point.</summary>
    public static void Reach(string point)
    {
        if (Wanted is null || !Wanted.StartsWith(point + ':', StringComparison.Ordinal) || Interlocked.Decrement(ref _left) != 0) return;
        Console.Error.WriteLine($"halted at {point}");
        // Its end is no line: where nobody can write one, it halts for good.
        if (Console.In.ReadLine() is null) Thread.Sleep(Timeout.Infinite);
    }
}
