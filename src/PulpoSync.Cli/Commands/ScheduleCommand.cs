using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync schedule register | list | remove</c></summary>
internal static class ScheduleCommand
{
    private static readonly Option<int> Every = new("--every")
    {
        Description = "Minutes between two looks, 1 to 60.", HelpName = "MINUTES", DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "Who runs it: a user, where root registers; on Windows LocalService (default), NetworkService, System or DOMAIN\\name$.",
    };

    private static readonly Option<string> NewName = new("--name")
    {
        Description = "Name of the task.", DefaultValueFactory = _ => ScheduleDefinition.DefaultName,
    };

    private static readonly Argument<string?> Pattern = NameArguments.Optional("Task, with wildcards.");
    private static readonly Argument<string> Name = NameArguments.One("Task.");

    public static Command Create(CliContext context) => new("schedule", "The operating system's task that runs what is due, for the whole store.")
    {
        new Command("register", "Makes or changes the task, after it was tried under its account.") { NewName, Every, Account }.Does(context, RegisterAsync),
        new Command("list", "The tasks, and how they ended last.") { Pattern }.Does(context, ListAsync),
        new Command("remove", "Removes a task; store and integrations stay.") { Name }.Does(context, RemoveAsync),
    };

    private static async Task<int> RegisterAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var store = runtime.GetStore().Path;
        var account = call.Get(Account);
        var made = runtime.RegisterSchedule(
            new ScheduleDefinition
            {
                Name = call.Get(NewName)!,
                Every = call.Get(Every),
                Account = account,
                IsGroupManaged = account?.EndsWith('$') == true,
                Run = Self("run", "--due", "--store", store),
                Check = Self("status", "--store", store),
            },
            cancellationToken);
        if (call.Json) call.WriteJson(made, CliJson.Lines.IntegrationSchedule);
        else call.Context.Out.WriteLine($"{made.Change}: {made.Name} looks every {made.Every} min as {made.Account} what is due in {made.StorePath}");
        return ExitCodes.Finished;
    }

    private static async Task<int> ListAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        call.WriteAll(
            runtime.GetSchedules(call.Get(Pattern)), schedule => schedule, CliJson.Lines.IntegrationSchedule,
            schedules => Tables.Of(
                schedules,
                ("Name", s => s.Name), ("Every", s => $"{s.Every} min"), ("Account", s => s.Account),
                ("Next run", s => Moments.Show(s.NextRunAt, call.Context.Time)), ("Exit code", s => s.LastExitCode is { } code ? Words.Of(code) : "-"),
                ("Store", s => s.StorePath)),
            "There is no schedule yet; make one with 'pulposync schedule register'.");
        return ExitCodes.Finished;
    }

    private static async Task<int> RemoveAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var name = call.Get(Name)!;
        runtime.UnregisterSchedule(name);
        call.WriteDone("scheduleRemoved", name, $"Removed the schedule {name}.");
        return ExitCodes.Finished;
    }

    // This program, as it was started: by itself, or by dotnet.
    private static ProgramCall Self(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new ProgramCall(program, [Path.GetFullPath(Environment.GetCommandLineArgs()[0]), .. arguments])
            : new ProgramCall(program, arguments);
    }
}
