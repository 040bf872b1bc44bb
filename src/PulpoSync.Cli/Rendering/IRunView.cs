namespace PulpoSync.Cli.Rendering;

/// <summary>Shows a stream of run events while it lasts.</summary>
internal interface IRunView
{
    Task ShowAsync(IAsyncEnumerable<RunEvent> events);
}
