using System.Diagnostics;
using System.Text.Json;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Torture.Processes;

/// <summary>One call of the built command line as a process of its own, to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Arguments">Its arguments as every user of the machine may read them while it runs; empty where the platform does not show them.</param>
internal sealed record PulpoSyncProcess(int ExitCode, string Out, string Error, string Arguments)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<JsonElement> OutObjects =>
        [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    /// <summary>Calls <c>pulposync</c>.</summary>
    /// <param name="arguments">Arguments.</param>
    /// <param name="environment">Variables to set; null takes one away.</param>
    public static Task<PulpoSyncProcess> RunAsync(IEnumerable<string> arguments, params (string Name, string? Value)[] environment) =>
        RunProgramAsync("dotnet", [typeof(CliContext).Assembly.Location, .. arguments], environment);

    /// <summary>Calls any program.</summary>
    /// <param name="program">Program.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="environment">Variables to set; null takes one away.</param>
    public static async Task<PulpoSyncProcess> RunProgramAsync(string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var shown = ShownArguments(process.Id);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new PulpoSyncProcess(process.ExitCode, await output, await error, shown);
    }

    private static string ShownArguments(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
