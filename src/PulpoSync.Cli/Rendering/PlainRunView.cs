namespace PulpoSync.Cli.Rendering;

/// <summary>Plain lines, for logs, pipes and mails of cron.</summary>
internal sealed class PlainRunView(TextWriter output, bool verbose) : IRunView
{
    private readonly RunText _text = new(verbose);

    public async Task ShowAsync(IAsyncEnumerable<RunEvent> events)
    {
        await foreach (var happened in events)
        {
            if (happened is RunStarted started) output.WriteLine($"{started.Integration}: started, {started.Type.ToStoredName()}, {started.Trigger}");
            foreach (var line in _text.LinesOf(happened)) output.WriteLine(line);
            if (happened is RunFinished { Run: var run }) output.WriteLine($"{run.Integration}: {Words.Of(run.Status)}, {run.Counts}");
        }
    }
}
