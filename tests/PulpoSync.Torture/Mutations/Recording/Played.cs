using System.Text.Json;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>How a call ended that did not fail as a whole.</summary>
/// <param name="Outcome">What came out, in the words of the table.</param>
/// <param name="Records">What was read.</param>
/// <param name="Failures">What was said of single records.</param>
internal sealed record Played(string Outcome, IReadOnlyList<object?> Records, IReadOnlyList<Failure> Failures)
{
    public const string Read = "read";
    public const string RecordRefused = "record refused";

    /// <summary>What the contract forbids; null: nothing.</summary>
    public string? Wrong { get; init; }

    /// <summary>Keys of what could not be read.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Tells two outcomes apart.</summary>
    public string Digest => $"{Outcome} {string.Join('\n', Failures)} {JsonSerializer.Serialize(Records)}";
}
