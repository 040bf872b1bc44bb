using System.CommandLine;

namespace PulpoSync.Cli.Hosting;

/// <summary>The edge at which exceptions become one line and an exit code.</summary>
internal static class CommandActions
{
    public static Command Does(this Command command, CliContext context, Func<CliCall, CancellationToken, Task<int>> action)
    {
        command.SetAction((parsed, cancellationToken) => RunAsync(new CliCall(context, parsed), action, cancellationToken));
        return command;
    }

    public static Command Does(this Command command, CliContext context, Func<CliCall, int> action) =>
        command.Does(context, (call, _) => Task.FromResult(action(call)));

    private static async Task<int> RunAsync(CliCall call, Func<CliCall, CancellationToken, Task<int>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action(call, cancellationToken);
        }
        catch (PulpoSyncException e)
        {
            return call.WriteError(e.ErrorId, e.Message, e.Target);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Partially;
        }
        catch (Exception e)
        {
            return call.WriteError(ErrorIds.InternalError, call.Verbose ? e.ToString() : $"{e.GetType().Name}: {e.Message} (--verbose tells more)");
        }
    }
}
