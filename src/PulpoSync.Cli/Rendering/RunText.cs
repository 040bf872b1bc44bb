namespace PulpoSync.Cli.Rendering;

/// <summary>Chooses which events a person sees as lines, and words them.</summary>
internal sealed class RunText(bool verbose)
{
    /// <summary>So many failed records are shown of one integration; the log has them all.</summary>
    private const int MostFailures = 20;

    private readonly Dictionary<string, int> _failures = [];

    /// <summary>The lines of an event; none where a person need not see it.</summary>
    public IEnumerable<string> LinesOf(RunEvent happened) => happened switch
    {
        RunSkipped e => [$"{e.Integration}: not run. {e.Message}"],
        RunWarning e => [$"{e.Integration}: warning {e.Code}: {e.Message}"],
        RunDetail e when verbose => [$"{e.Integration}: {e.Message}"],
        RecordSettled e when verbose || e.Kind is OutcomeKind.Previewed =>
            [Line(e), .. e.Trace.Select(note => $"    {note.Rule}: {note.Verdict} {note.Message}")],
        RecordSettled { Kind: OutcomeKind.Failed } e => Failure(e),
        _ => [],
    };

    private IEnumerable<string> Failure(RecordSettled record)
    {
        var count = _failures[record.Integration] = _failures.GetValueOrDefault(record.Integration) + 1;
        return count switch
        {
            <= MostFailures => [Line(record)],
            MostFailures + 1 => [$"{record.Integration}: more failed; pulposync log \"{record.Integration}\" --level error shows all"],
            _ => [],
        };
    }

    private static string Line(RecordSettled e)
    {
        var why = string.Join(": ", new[] { e.Reason, e.Message }.Where(text => !string.IsNullOrEmpty(text)));
        return $"{e.Integration}: {e.Number} {e.Kind.ToString().ToLowerInvariant()}{(why.Length == 0 ? "" : ", " + why)}";
    }
}
