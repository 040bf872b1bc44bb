using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Engine;

namespace PulpoSync.Torture.Processes;

/// <summary>
/// The command line in a process of its own, as ever but on the clock of a world: <c>worker CLOCK -- run Orders --store PATH</c>. The product has no such switch.
/// </summary>
internal static class Worker
{
    private const string Name = "worker";

    private static readonly Argument<string> Clock = new("CLOCK");
    private static readonly Argument<string[]> Line = new("ARGUMENTS") { Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The hidden command.</summary>
    public static Command Create()
    {
        var command = new Command(Name) { Clock, Line };
        command.Hidden = true;
        command.SetAction(parsed => RunAsync(QuickClock.Parse(parsed.GetValue(Clock)!), parsed.GetValue(Line)!));
        return command;
    }

    /// <summary>Starts one.</summary>
    /// <param name="clock">Clock of the world; moved from now on, it is another one.</param>
    /// <param name="haltAt">A named point and how often it is passed until the process halts there; null: none.</param>
    /// <param name="arguments">Arguments of <c>pulposync</c>.</param>
    public static ChildProcess Start(QuickClock clock, string? haltAt, params string[] arguments) => Start(null, clock, haltAt, arguments);

    /// <summary>Starts one by another program.</summary>
    /// <param name="launcher">That program with its own arguments; null: none.</param>
    /// <param name="clock">Clock of the world.</param>
    /// <param name="haltAt">A named point and how often it is passed until the process halts there; null: none.</param>
    /// <param name="arguments">Arguments of <c>pulposync</c>.</param>
    public static ChildProcess Start(string[]? launcher, QuickClock clock, string? haltAt, params string[] arguments) =>
        ChildProcess.Start(typeof(Worker).Assembly.Location, haltAt, [Name, clock.ToString(), "--", .. arguments], launcher);

    private static async Task<int> RunAsync(QuickClock clock, string[] arguments)
    {
        using var signals = new StopSignals();
        return await CommandLineHost.RunAsync(CliContext.ForProcess(new RuntimeFactory()) with { Time = clock }, arguments, signals.Token);
    }
}
