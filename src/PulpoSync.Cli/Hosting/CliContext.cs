using Spectre.Console;

namespace PulpoSync.Cli.Hosting;

/// <summary>The world around the command line: where it writes, what time it is, and how the engine is opened.</summary>
internal sealed record CliContext
{
    /// <summary>Opens the engine.</summary>
    public required IRuntimeFactory Runtimes { get; init; }
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }
    /// <summary>Errors.</summary>
    public required TextWriter Error { get; init; }
    /// <summary>Tables and progress; writes to <see cref="Out"/>.</summary>
    public required IAnsiConsole Console { get; init; }
    /// <summary>True where a person watches, so that progress may be drawn.</summary>
    public bool IsInteractive { get; init; }
    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The context of a process: standard output and error.</summary>
    public static CliContext ForProcess(IRuntimeFactory runtimes)
    {
        var console = ConsoleOn(System.Console.Out, System.Console.IsOutputRedirected);
        return new CliContext
        {
            Runtimes = runtimes, Out = System.Console.Out, Error = System.Console.Error, Console = console,
            IsInteractive = !System.Console.IsOutputRedirected && console.Profile.Capabilities is { Interactive: true, Ansi: true },
        };
    }

    /// <summary>A console on a writer. A file or pipe has no width of its own: tables there are not wrapped.</summary>
    public static IAnsiConsole ConsoleOn(TextWriter writer, bool isRedirected)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (isRedirected) (settings.Ansi, settings.Interactive) = (AnsiSupport.No, InteractionSupport.No);
        var console = AnsiConsole.Create(settings);
        if (isRedirected) console.Profile.Width = 1000;
        return console;
    }
}
