namespace PulpoSync.Engine.Rules;

/// <summary>A rule's decision, always with a sentence, and with a reason code where the record does not simply go on.</summary>
/// <param name="Verdict">Decision.</param>
/// <param name="Reason">One of <see cref="ReasonCodes"/>; null for Accept and Change.</param>
/// <param name="Message">Sentence.</param>
/// <param name="Draft">The changed draft; only for Change.</param>
public sealed record RuleResult(Verdict Verdict, string? Reason, string Message, OrderDraft? Draft = null)
{
    /// <summary>Something worth a warning although the record goes on.</summary>
    public string? WarningCode { get; init; }

    internal static RuleResult Accept(string message) => new(Verdict.Accept, null, message);
    internal static RuleResult Change(OrderDraft draft, string message) => new(Verdict.Change, null, message, draft);
    internal static RuleResult Skip(string reason, string message) => new(Verdict.Skip, reason, message);
    internal static RuleResult Wait(string reason, string message) => new(Verdict.Wait, reason, message);
    internal static RuleResult Cancel(string reason, string message) => new(Verdict.Cancel, reason, message);
    internal static RuleResult Fail(string reason, string message) => new(Verdict.Fail, reason, message);
}
