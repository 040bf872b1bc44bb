using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PulpoSync.Cli.Commands;

namespace PulpoSync.Cli.Hosting;

/// <summary>All commands, and how a line of arguments becomes an exit code.</summary>
internal static class CommandLineHost
{
    /// <summary>Error code of arguments that cannot be read; the command line alone has it.</summary>
    private const string CommandLineInvalid = nameof(CommandLineInvalid);

    public static async Task<int> RunAsync(CliContext context, string[] args, CancellationToken cancellationToken)
    {
        var parsed = CreateRoot(context).Parse(args);
        if (parsed.Action is ParseErrorAction) return ShowErrors(context, parsed);

        // Signals are ours (StopSignals): a run must come to its page boundary however long that takes.
        var invocation = new InvocationConfiguration
        {
            Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static RootCommand CreateRoot(CliContext context)
    {
        var root = new RootCommand("Carries products, orders, stock, shipments and returns between shop systems and warehouse systems.")
        {
            GlobalOptions.Store, GlobalOptions.Json, GlobalOptions.Verbose,
            DemoCommand.Create(context),
            InitCommand.Create(context),
            BackupCommand.Create(context),
            RekeyCommand.Create(context),
            ImportCommand.Create(context),
            ExportCommand.Create(context),
            RunCommand.Create(context),
            StopCommand.Create(context),
            StatusCommand.Create(context),
            RecordCommand.Create(context),
            LogCommand.Create(context),
            RunsCommand.Create(context),
            CredentialCommand.Create(context),
            ConfigCommand.Create(context),
            ConnectorsCommand.Create(context),
            ResetCursorCommand.Create(context),
            ScheduleCommand.Create(context),
            SandboxCommand.Create(context),
        };
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        return root;
    }

    private static int ShowErrors(CliContext context, ParseResult parsed)
    {
        var call = new CliCall(context, parsed);
        foreach (var error in parsed.Errors) call.WriteError(CommandLineInvalid, error.Message);
        if (!call.Json) context.Error.WriteLine($"'{Path(parsed.CommandResult.Command)} --help' shows what can be typed.");
        return ExitCodes.Configuration;
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "pulposync";
}
