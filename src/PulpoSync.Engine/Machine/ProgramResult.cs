namespace PulpoSync.Engine.Machine;

/// <summary>How a program has ended.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Exit code for a program that is not there.</summary>
    public const int Missing = 127;

    /// <summary>True where it has done its work.</summary>
    public bool IsDone => ExitCode == 0;

    /// <summary>What it said of its failure, in one line.</summary>
    public string Reason
    {
        get
        {
            var text = string.Join(' ', $"{Error}\n{Output}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            return text.Length > 0 ? text : FormattableString.Invariant($"exit code {ExitCode}");
        }
    }
}
