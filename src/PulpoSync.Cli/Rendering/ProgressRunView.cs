using Spectre.Console;

namespace PulpoSync.Cli.Rendering;

/// <summary>One moving line per integration, for a person at a terminal. No bar: how many records a shop will give is not known.</summary>
internal sealed class ProgressRunView(IAnsiConsole console, bool verbose) : IRunView
{
    private readonly RunText _text = new(verbose);
    private readonly Dictionary<string, ProgressTask> _tasks = [];

    public Task ShowAsync(IAsyncEnumerable<RunEvent> events) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
        .StartAsync(async progress =>
        {
            await foreach (var happened in events)
            {
                foreach (var line in _text.LinesOf(happened)) console.Write(new Text(line + Environment.NewLine));
                Move(progress, happened);
            }
        });

    private void Move(ProgressContext progress, RunEvent happened)
    {
        switch (happened)
        {
            case RunStarted e:
                _tasks[e.Integration] = progress.AddTask(Markup.Escape(e.Integration)).IsIndeterminate();
                break;
            case PageCommitted e when _tasks.TryGetValue(e.Integration, out var task):
                task.Description = Markup.Escape($"{e.Integration}  {e.Counts}");
                break;
            case RunFinished e when _tasks.TryGetValue(e.Integration, out var task):
                task.Description = Markup.Escape($"{e.Integration}  {e.Run.Counts}  {Words.Of(e.Run.Status)}");
                task.Value = task.MaxValue;
                task.StopTask();
                break;
        }
    }
}
