using System.Diagnostics;
using System.Text.Json;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Torture.Processes;

/// <summary>One call of the built command line as a process of its own, to its end.</summary>
internal sealed record PulpoSyncProcess(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<JsonElement> OutObjects =>
        [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    /// <summary>Calls <c>pulposync</c>.</summary>
    /// <param name="arguments">Arguments.</param>
    /// <param name="environment">Variables to set; null takes one away.</param>
    public static async Task<PulpoSyncProcess> RunAsync(IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CliContext).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new PulpoSyncProcess(process.ExitCode, await output, await error);
    }
}
