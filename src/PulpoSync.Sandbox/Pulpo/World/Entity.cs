using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>
/// A row of the emulated database, named and ordered as in PULPO's JSON. Rows never change: an update puts another in their place,
/// so that what was read stays what it was.
/// </summary>
internal abstract record Entity
{
    [JsonPropertyOrder(-1)]
    public long Id { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public DateTime InsertedAt { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public DateTime UpdatedAt { get; init; }
}
