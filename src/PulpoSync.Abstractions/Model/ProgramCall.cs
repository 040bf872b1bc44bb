namespace PulpoSync;

/// <summary>A program and its arguments, one by one: never a line for a shell.</summary>
/// <param name="Program">Full path, or a name that is looked for on the path.</param>
/// <param name="Arguments">Arguments.</param>
public sealed record ProgramCall(string Program, params IReadOnlyList<string> Arguments);
