using System.Management.Automation;
using PulpoSync.PowerShell.Errors;

namespace PulpoSync.PowerShell.Rendering;

/// <summary>Shows the events of runs in the streams of a cmdlet.</summary>
/// <remarks>Errors are kept to the end, so that <c>-ErrorAction Stop</c> does not let one store's trouble stop the others.</remarks>
internal sealed class RunRenderer(Cmdlet cmdlet, TimeProvider time)
{
    private readonly RunProgress _progress = new(cmdlet, time);
    private readonly WarningText _warnings = new();
    private readonly List<ErrorRecord> _errors = [];

    /// <summary>True where records are the output, not runs.</summary>
    public bool Preview { get; init; }

    /// <summary>True where single records are asked for: then what each rule said is shown by itself.</summary>
    public bool Explain { get; init; }

    /// <summary>True where failed records are an error, not a warning.</summary>
    public bool Strict { get; init; }

    /// <summary>Shows one event.</summary>
    public void Render(RunEvent e)
    {
        switch (e)
        {
            case RunStarted started:
                cmdlet.WriteVerbose($"{started.Integration}: {started.Type.ToStoredName()} started ({started.Trigger}, run {started.RunId}).");
                _progress.Show(started.Integration, new RunCounts());
                break;
            case RunSkipped { Reason: "NotDue" } skipped:
                cmdlet.WriteVerbose(skipped.Message);
                break;
            case RunSkipped skipped:
                cmdlet.WriteWarning(skipped.Message);
                break;
            case PageCommitted page:
                _progress.Show(page.Integration, page.Counts);
                cmdlet.WriteVerbose($"{page.Integration}: a page is kept; {page.Counts} so far.");
                break;
            case RecordSettled record:
                Render(record);
                break;
            case RunWarning warning:
                if (_warnings.Of(warning) is { } text) cmdlet.WriteWarning(text);
                break;
            case RunDetail detail:
                cmdlet.WriteVerbose($"{detail.Integration}: {detail.Message}");
                break;
            case RunFault fault:
                cmdlet.WriteVerbose($"{fault.Integration}: {fault.Message}");
                break;
            case RequestMade request:
                cmdlet.WriteDebug(Display.Request(request));
                break;
            case RunFinished finished:
                Render(finished.Run);
                break;
        }
    }

    /// <summary>Writes what has failed.</summary>
    public void WriteErrors() => _errors.ForEach(cmdlet.WriteError);

    private void Render(RecordSettled record)
    {
        if (Preview)
            cmdlet.WriteObject(Explain ? Explained(record) : record);
        else if (record.Kind is OutcomeKind.Failed or OutcomeKind.Parked or OutcomeKind.Skipped)
            cmdlet.WriteVerbose($"{record.Integration}: {record.Number} {record.Kind} ({record.Reason}). {record.Message}");
    }

    // A name of its own in front of the type's has a view of its own, a list; it stays the same object.
    private static PSObject Explained(RecordSettled record)
    {
        var shown = new PSObject(record);
        shown.TypeNames.Insert(0, "PulpoSync.RecordSettled#Explained");
        return shown;
    }

    private void Render(IntegrationRun run)
    {
        _progress.Complete(run.Integration);
        if (Preview)
            cmdlet.WriteVerbose($"{run.Integration}: preview {Display.Status(run.Status)}, {run.Counts}.");
        else
            cmdlet.WriteObject(run);

        if (run.Status == RunStatus.Failed)
            _errors.Add(run.ToFailedError());
        else if (run.Status == RunStatus.FinishedPartially && Strict)
            _errors.Add(run.ToFinishedPartiallyError());
        else if (run.Status == RunStatus.FinishedPartially)
            cmdlet.WriteWarning(run.ToPartialMessage());
    }
}
