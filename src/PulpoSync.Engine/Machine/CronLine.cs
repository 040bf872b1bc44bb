namespace PulpoSync.Engine.Machine;

/// <summary>The line for cron: what to type where nothing else starts tasks. Pure text.</summary>
internal static class CronLine
{
    /// <summary>The line, as <c>crontab -e</c> takes it.</summary>
    public static string Of(MachineTask task)
    {
        var minutes = task.Every switch { 1 => "*", 60 => "0", _ => FormattableString.Invariant($"*/{task.Every}") };
        // A percent sign ends the command there, also between quotes.
        var command = string.Join(' ', task.Run.Arguments.Prepend(task.Run.Program).Select(Quote)).Replace("%", @"\%", StringComparison.Ordinal);
        return $"{minutes} * * * * {command}";
    }

    private static string Quote(string word) =>
        word.All(sign => char.IsAsciiLetterOrDigit(sign) || "-_./=:,".Contains(sign, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
