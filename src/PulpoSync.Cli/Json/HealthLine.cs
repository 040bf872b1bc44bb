namespace PulpoSync.Cli.Json;

/// <summary>The answer of <c>status --check</c>.</summary>
/// <param name="State"><c>OK</c>, <c>WARNING</c>, <c>CRITICAL</c> or <c>UNKNOWN</c>.</param>
/// <param name="Message">What is wrong, or that nothing is.</param>
internal sealed record HealthLine(string State, string Message);
