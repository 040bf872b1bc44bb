using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync config list | test | enable | disable | remove</c></summary>
internal static class ConfigCommand
{
    private static readonly Argument<string?> Pattern = NameArguments.Optional("Integration, with wildcards.");
    private static readonly Argument<string> Name = NameArguments.One("Integration.");

    public static Command Create(CliContext context) => new("config", "Integrations; 'pulposync import' makes and changes them.")
    {
        new Command("list", "Integrations and their settings.") { Pattern }.Does(context, ListAsync),
        new Command("test", "Asks the systems whether integrations could run.") { Pattern }.Does(context, TestAsync),
        new Command("enable", "Lets an integration run when it is due.") { Name }.Does(context, (call, cancel) => SwitchAsync(call, on: true, cancel)),
        new Command("disable", "Keeps an integration from running when it is due.") { Name }.Does(context, (call, cancel) => SwitchAsync(call, on: false, cancel)),
        new Command("remove", "Removes an integration. What it has transferred stays known: nothing is doubled when it is made again.") { Name }
            .Does(context, RemoveAsync),
    };

    private static async Task<int> ListAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        call.WriteAll(
            runtime.GetConfigs(call.Get(Pattern)), config => config, CliJson.Lines.IntegrationConfig,
            configs => Tables.Of(
                configs,
                ("Name", c => c.Name), ("Type", c => c.Type.ToStoredName()), ("From", c => c.Source), ("To", c => c.Destination),
                ("Schedule", Schedule),
                ("Settings", c => string.Join("; ", c.Settings.Select(s => $"{s.Key}={s.Value.ReplaceLineEndings(", ")}")))),
            "There are no integrations yet; make some with 'pulposync import'.");
        return ExitCodes.Finished;
    }

    private static string Schedule(IntegrationConfig config) =>
        !config.Enabled ? "off"
        : config.Daily is { } daily ? FormattableString.Invariant($"daily {daily.At:HH\\:mm} {daily.TimeZone}, {daily.LookbackDays} days back")
        : $"every {Words.Count(config.Every ?? 0, "minute")}";

    private static async Task<int> TestAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var checks = new List<ConfigCheck>();
        foreach (var config in runtime.GetConfigs(call.Get(Pattern))) checks.Add(await runtime.TestConfigAsync(config.Name, cancellationToken));
        call.WriteAll(
            checks, check => check, CliJson.Lines.ConfigCheck,
            items => Tables.Of(
                items, ("Name", c => c.Name), ("Succeeded", c => c.Succeeded ? "yes" : "no"), ("Remark", c => string.Join(' ', c.Errors.Select(error => error.Message)))),
            "There are no integrations yet; make some with 'pulposync import'.");
        return checks.TrueForAll(check => check.Succeeded) ? ExitCodes.Finished : ExitCodes.Failed;
    }

    private static async Task<int> SwitchAsync(CliCall call, bool on, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var name = call.Get(Name)!;
        await runtime.SetConfigAsync(new ConfigDefinition { Name = name, Enabled = on, SkipCheck = true }, cancellationToken);
        call.WriteDone(on ? "configEnabled" : "configDisabled", name, on ? $"{name} runs when it is due." : $"{name} does not run when it is due.");
        return ExitCodes.Finished;
    }

    private static async Task<int> RemoveAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var name = call.Get(Name)!;
        runtime.RemoveConfig(name);
        call.WriteDone("configRemoved", name, $"Removed the integration {name}.");
        return ExitCodes.Finished;
    }
}
