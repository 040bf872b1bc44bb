namespace PulpoSync.Torture.Faults;

/// <summary>What each cell has to come to.</summary>
internal static class Expectations
{
    public static Outcome Of(Cell cell) => (Outcome)255;
}
