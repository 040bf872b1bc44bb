using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Runs;

/// <summary>Counts of a run, and the status that follows from them.</summary>
internal sealed class Tally
{
    private int _newlyParked;

    public RunCounts Counts { get; private set; } = new();

    public void Read(int records) => Counts = Counts with { Read = Counts.Read + records };

    public void Add(RunOutcome outcome)
    {
        Counts = Counts.Plus(outcome.Kind);
        if (outcome.NewlyParked) _newlyParked++;
    }

    /// <summary>
    /// Waiting and older parked records do not change the status. A run in which every record that was tried failed is Failed, because then the trouble
    /// hardly lies with the records.
    /// </summary>
    public RunStatus Status => Counts.Failed == 0 && _newlyParked == 0 ? RunStatus.Finished
        : Counts.Failed > 0 && Counts.Created + Counts.Updated + Counts.Cancelled + Counts.Previewed == 0 ? RunStatus.Failed
        : RunStatus.FinishedPartially;
}
