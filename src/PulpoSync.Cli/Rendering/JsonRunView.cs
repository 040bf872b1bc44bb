using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Rendering;

/// <summary>Every event as one line of JSON; details only when asked for.</summary>
internal sealed class JsonRunView(CliCall call) : IRunView
{
    public async Task ShowAsync(IAsyncEnumerable<RunEvent> events)
    {
        await foreach (var happened in events)
        {
            if (happened is RunDetail or RunFault or RequestMade && !call.Verbose) continue;
            call.WriteJson(LineOf(happened), CliJson.Lines.EventLine);
        }
    }

    internal static EventLine LineOf(RunEvent happened) => happened switch
    {
        RunStarted e => new RunStartedLine(e.Integration, e.At, e.RunId, e.Type, e.Trigger),
        RunSkipped e => new RunSkippedLine(e.Integration, e.At, e.Reason, e.Message),
        RecordSettled e => new RecordSettledLine(
            e.Integration, e.At, e.Number, e.SourceKey, e.Part, e.Kind, e.Reason, e.Message, e.Trace.Count == 0 ? null : e.Trace),
        RunWarning e => new RunWarningLine(e.Integration, e.At, e.Code, e.Message),
        RunDetail e => new RunDetailLine(e.Integration, e.At, e.Message),
        RunFault e => new RunDetailLine(e.Integration, e.At, e.Message),
        RequestMade e => new RequestMadeLine(
            e.Integration, e.At, e.System, e.Operation, e.Try, e.Status, (long)e.Duration.TotalMilliseconds, e.Failure, (long?)e.RetryIn?.TotalMilliseconds),
        PageCommitted { Counts: var c } e => new PageCommittedLine(
            e.Integration, e.At, c.Read, c.Created, c.Updated, c.Cancelled, c.Unchanged, c.Skipped, c.Failed, c.Parked, c.Previewed, e.Cursor),
        RunFinished { Run: { Counts: var c } run } e => new RunFinishedLine(
            e.Integration, e.At, run.Id, run.Type, run.Status, c.Read, c.Created, c.Updated, c.Cancelled, c.Unchanged, c.Skipped, c.Failed, c.Parked,
            c.Previewed, (long)(run.Duration ?? TimeSpan.Zero).TotalMilliseconds, FailureLine.From(run.Error)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };
}
