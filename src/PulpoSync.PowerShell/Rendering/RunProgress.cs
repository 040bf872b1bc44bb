using System.Management.Automation;

namespace PulpoSync.PowerShell.Rendering;

/// <summary>Progress of several runs, each its own bar, at most four times a second.</summary>
internal sealed class RunProgress(Cmdlet cmdlet, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly Dictionary<string, (int Id, long ShownAt)> _bars = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Shows how far a run has come.</summary>
    public void Show(string integration, RunCounts counts)
    {
        var known = _bars.TryGetValue(integration, out var bar);
        if (known && time.GetElapsedTime(bar.ShownAt) < Pause) return;

        // Id 0 is what scripts use for a bar of their own.
        var id = known ? bar.Id : _bars.Count + 1;
        _bars[integration] = (id, time.GetTimestamp());
        cmdlet.WriteProgress(new ProgressRecord(id, integration, counts.ToString()) { PercentComplete = -1 });
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete(string integration)
    {
        if (_bars.TryGetValue(integration, out var bar))
            cmdlet.WriteProgress(new ProgressRecord(bar.Id, integration, "done") { RecordType = ProgressRecordType.Completed });
    }
}
