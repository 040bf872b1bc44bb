namespace PulpoSync.Engine.Connectors.Http;

/// <summary>One try of a call: neither bodies nor headers nor query, so that it may be shown.</summary>
/// <param name="System">Name of the system.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Try">1 for the first.</param>
/// <param name="Status">HTTP status; null where no answer came.</param>
/// <param name="Duration">From sending to the last byte.</param>
/// <param name="FailureCode">Code of the failure; null where it went well.</param>
/// <param name="RetryIn">Pause before the next try; null where there is none.</param>
public sealed record HttpTrace(
    string System, string Operation, int Try, int? Status, TimeSpan Duration, string? FailureCode, TimeSpan? RetryIn);
