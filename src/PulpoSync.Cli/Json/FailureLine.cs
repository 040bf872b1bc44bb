namespace PulpoSync.Cli.Json;

/// <summary>Why a run failed.</summary>
internal sealed record FailureLine(FailureKind Kind, string Code, string Message)
{
    public static FailureLine? From(Failure? failure) => failure is null ? null : new FailureLine(failure.Kind, failure.Code, failure.Message);
}
