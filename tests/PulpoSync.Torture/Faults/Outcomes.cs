namespace PulpoSync.Torture.Faults;

/// <summary>What runs came to.</summary>
internal static class Outcomes
{
    /// <summary>What a run came to.</summary>
    /// <param name="run">Run.</param>
    /// <param name="events">What it told.</param>
    /// <param name="ordinary">Reasons for which records fail without any fault.</param>
    public static Outcome Of(IntegrationRun run, IReadOnlyList<RunEvent> events, IReadOnlySet<string> ordinary) => run switch
    {
        { Status: RunStatus.Failed, Error: { Code: not "EveryRecordFailed", Kind: var kind } } => Of(kind),
        _ when Any(events, OutcomeKind.Failed, ordinary) => Outcome.RecordsOpen,
        _ => Outcome.WentOn,
    };

    /// <summary>Whether a record that waited before goes on waiting, for a reason that no record has without a fault.</summary>
    public static bool WaitsOn(IReadOnlyList<RunEvent> events, IReadOnlySet<string> ordinary) => Any(events, OutcomeKind.Parked, ordinary);

    public static string Words(Outcome outcome) => outcome switch
    {
        Outcome.WentOn => "went on",
        Outcome.RecordsOpen => "records open",
        Outcome.Transient => "failed: trouble",
        Outcome.RateLimited => "failed: limits",
        Outcome.Protocol => "failed: no answer",
        Outcome.Refused => "failed: refused",
        Outcome.Configuration => "failed: settings",
        _ => "failed",
    };

    private static bool Any(IReadOnlyList<RunEvent> events, OutcomeKind kind, IReadOnlySet<string> ordinary) =>
        events.OfType<RecordSettled>().Any(record => record.Kind == kind && !ordinary.Contains(record.Reason ?? ""));

    private static Outcome Of(FailureKind kind) => kind switch
    {
        FailureKind.Transient => Outcome.Transient,
        FailureKind.RateLimited => Outcome.RateLimited,
        FailureKind.Protocol => Outcome.Protocol,
        FailureKind.Authentication or FailureKind.Authorization => Outcome.Refused,
        FailureKind.Configuration => Outcome.Configuration,
        _ => Outcome.Other,
    };
}
