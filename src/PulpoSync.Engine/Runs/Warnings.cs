namespace PulpoSync.Engine.Runs;

/// <summary>Warnings of a run: each sentence once, to the host and into the log.</summary>
internal sealed class Warnings(RunScope scope, long runId)
{
    // Bounded, so that a shop full of odd orders cannot fill the memory; past that, a sentence may come twice.
    private const int Remembered = 10_000;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Tells a warning, unless this run has told it already.</summary>
    public async ValueTask TellAsync(string code, string message)
    {
        message = scope.Redactor.Clean(message);
        if (_told.Count >= Remembered) _told.Clear();
        if (!_told.Add(message)) return;
        if (!scope.IsPreview) scope.Store.Log(LogLevel.Warning, runId, scope.OwnerId, code, message);
        await scope.Emit(new RunWarning(scope.Name, scope.Now, code, message)).ConfigureAwait(false);
    }
}
