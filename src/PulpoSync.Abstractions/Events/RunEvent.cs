namespace PulpoSync;

/// <summary>Something that happened in a run. Hosts render; the engine never prints.</summary>
/// <param name="Integration">Integration.</param>
/// <param name="At">When.</param>
public abstract record RunEvent(string Integration, DateTimeOffset At);

/// <summary>A run has its lease and begins.</summary>
public sealed record RunStarted(string Integration, DateTimeOffset At, long RunId, IntegrationType Type, string Trigger) : RunEvent(Integration, At);

/// <summary>A named integration did not run.</summary>
/// <param name="Integration">Integration.</param>
/// <param name="At">When.</param>
/// <param name="Reason"><c>Held</c> (another run holds the route), <c>NotDue</c> or <c>ReadFirst</c> (another integration has to run before).</param>
/// <param name="Message">Who holds it until when, or when it is due.</param>
public sealed record RunSkipped(string Integration, DateTimeOffset At, string Reason, string Message) : RunEvent(Integration, At);

/// <summary>A page has a durable outcome.</summary>
/// <param name="Integration">Integration.</param>
/// <param name="At">When.</param>
/// <param name="Counts">Counts so far.</param>
/// <param name="Cursor">Where the cursor stands now; null: not moved.</param>
public sealed record PageCommitted(string Integration, DateTimeOffset At, RunCounts Counts, string? Cursor) : RunEvent(Integration, At);

/// <summary>What became of one record.</summary>
/// <param name="Integration">Integration.</param>
/// <param name="At">When.</param>
/// <param name="Number">Number for people.</param>
/// <param name="SourceKey">The source's key.</param>
/// <param name="Part">Part; empty for the whole record.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Message">Sentence.</param>
public sealed record RecordSettled(
    string Integration, DateTimeOffset At, string Number, string SourceKey, string Part, OutcomeKind Kind, string? Reason, string? Message)
    : RunEvent(Integration, At)
{
    /// <summary>In a preview: every rule in order, and what it said.</summary>
    public IReadOnlyList<RuleNote> Trace { get; init; } = [];
}

/// <summary>What one rule said of a record.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Verdict"><c>Accept</c>, <c>Change</c>, <c>Skip</c>, <c>Cancel</c> or <c>Fail</c>.</param>
/// <param name="Message">Why.</param>
public sealed record RuleNote(string Rule, string Verdict, string Message);

/// <summary>Something that works but should be known.</summary>
public sealed record RunWarning(string Integration, DateTimeOffset At, string Code, string Message) : RunEvent(Integration, At);

/// <summary>What goes on inside, for verbose output: lease taken, both sides checked, what is settled and looked at again.</summary>
public sealed record RunDetail(string Integration, DateTimeOffset At, string Message) : RunEvent(Integration, At);

/// <summary>A fault of PulpoSync itself, with where it happened, for verbose output; kept nowhere.</summary>
public sealed record RunFault(string Integration, DateTimeOffset At, string Message) : RunEvent(Integration, At);

/// <summary>A request to a system, for debug output: neither bodies nor headers nor queries.</summary>
/// <param name="Integration">Integration.</param>
/// <param name="At">When its answer came or was given up.</param>
/// <param name="System">System.</param>
/// <param name="Operation">Name of the operation: of the GraphQL document, or method and path.</param>
/// <param name="Try">1 for the first.</param>
/// <param name="Status">HTTP status; null where no answer came.</param>
/// <param name="Duration">From sending to the last byte.</param>
/// <param name="Failure">Code of the failure; null where it went well.</param>
/// <param name="RetryIn">Pause before the next try; null where there is none.</param>
public sealed record RequestMade(
    string Integration, DateTimeOffset At, string System, string Operation, int Try, int? Status, TimeSpan Duration, string? Failure, TimeSpan? RetryIn)
    : RunEvent(Integration, At);

/// <summary>The last event of a run.</summary>
public sealed record RunFinished(string Integration, DateTimeOffset At, IntegrationRun Run) : RunEvent(Integration, At);
