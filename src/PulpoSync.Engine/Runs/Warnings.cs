namespace PulpoSync.Engine.Runs;

/// <summary>Warnings of a run: each sentence once, to the host and into the log.</summary>
internal sealed class Warnings(RunScope scope, long runId)
{
    // Bounded, so that a shop full of odd orders cannot fill the memory; past that, a sentence may come twice.
    private const int Remembered = 10_000;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<(string Code, string Message)> _later = [];

    /// <summary>Keeps a warning about a record until its page is durable.</summary>
    public void Later(string code, string number, string message) =>
        _later.Add((code, message.Contains(number, StringComparison.Ordinal) ? message : $"{number}: {message}"));

    /// <summary>Tells what was kept.</summary>
    public async ValueTask FlushAsync()
    {
        foreach (var (code, message) in _later) await TellAsync(code, message).ConfigureAwait(false);
        _later.Clear();
    }

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
