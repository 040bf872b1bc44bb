namespace PulpoSync.Torture;

/// <summary>How long a torture lasts, and which one.</summary>
/// <param name="Count">How many cases; null for the long form's own number.</param>
/// <param name="Seed">Seed of all that is drawn.</param>
/// <param name="Say">Hears how it goes, a line at a time.</param>
/// <param name="Case">Only the case of this number, where a torture numbers its cases; null: all.</param>
internal sealed record TortureOptions(int? Count, int Seed, Action<string> Say, int? Case = null);
