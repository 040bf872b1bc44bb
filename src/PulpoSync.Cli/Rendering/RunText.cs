namespace PulpoSync.Cli.Rendering;

/// <summary>Chooses which events a person sees as lines, and words them.</summary>
internal sealed class RunText(bool verbose)
{
    /// <summary>So many failed records, and so many warnings of one code, are shown of one integration; the log has them all.</summary>
    private const int Most = 20;

    private readonly Dictionary<(string Integration, string Kind), int> _shown = [];

    /// <summary>The lines of an event; none where a person need not see it.</summary>
    public IEnumerable<string> LinesOf(RunEvent happened) => happened switch
    {
        RunSkipped e => [$"{e.Integration}: not run. {e.Message}"],
        RunWarning e => Some(e.Integration, e.Code, $"{e.Integration}: warning {e.Code}: {e.Message}", $"more warnings {e.Code}", "warning"),
        RunDetail e when verbose => [$"{e.Integration}: {e.Message}"],
        RunFault e when verbose => [$"{e.Integration}: {e.Message}"],
        RequestMade e when verbose => [Line(e)],
        RecordSettled e when verbose || e.Kind is OutcomeKind.Previewed =>
            [Line(e), .. e.Trace.Select(note => $"    {note.Rule}: {note.Verdict} {note.Message}")],
        RecordSettled { Kind: OutcomeKind.Failed } e => Some(e.Integration, "", Line(e), "more failed", "error"),
        _ => [],
    };

    private IEnumerable<string> Some(string integration, string kind, string line, string more, string level)
    {
        var count = _shown[(integration, kind)] = _shown.GetValueOrDefault((integration, kind)) + 1;
        return count switch
        {
            <= Most => [line],
            Most + 1 => [$"{integration}: {more}; pulposync log \"{integration}\" --level {level} shows all"],
            _ => [],
        };
    }

    private static string Line(RequestMade e)
    {
        var answer = e.Status is { } status ? Words.Of(status) : "no answer";
        return FormattableString.Invariant($"{e.Integration}: {e.System} {e.Operation} {answer} {e.Failure} in {e.Duration.TotalMilliseconds:0} ms, try {e.Try}");
    }

    private static string Line(RecordSettled e)
    {
        var why = string.Join(": ", new[] { e.Reason, e.Message }.Where(text => !string.IsNullOrEmpty(text)));
        return $"{e.Integration}: {e.Number} {e.Kind.ToString().ToLowerInvariant()}{(why.Length == 0 ? "" : ", " + why)}";
    }
}
