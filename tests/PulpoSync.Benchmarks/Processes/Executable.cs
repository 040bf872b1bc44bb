using System.ComponentModel;
using System.Diagnostics;

namespace PulpoSync.Benchmarks.Processes;

/// <summary>A program that is measured from outside.</summary>
internal sealed class Executable
{
    // Memory only grows towards its peak, and what the processor did in the last moments is lost: 20 ms at most.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly string _path;

    private Executable(string path) => _path = path;

    /// <summary>The command line of the product.</summary>
    public static Executable PulpoSync { get; } = new(Beside("pulposync"));

    /// <summary>This program.</summary>
    public static Executable Self { get; } = new(Beside("PulpoSync.Benchmarks"));

    /// <summary>PowerShell; null where it is not installed.</summary>
    public static Executable? PowerShell { get; } = InPath("pwsh") is { } path ? new Executable(path) : null;

    /// <summary>Starts it; the caller ends it.</summary>
    public Process Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(_path, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{_path} did not start.");
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public async Task<(string Output, Usage Usage)> RunAsync(
        IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(environment, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var ended = process.WaitForExitAsync(cancellationToken);
            var usage = new Usage(TimeSpan.Zero, TimeSpan.Zero, 0);
            while (await Task.WhenAny(ended, Task.Delay(Poll, CancellationToken.None)) != ended) usage = Look(process, usage);
            await ended;
            var wall = watch.Elapsed;
            var text = await output;
            return process.ExitCode == 0
                ? (text, usage with { Wall = wall })
                : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}: {text}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    private static string? InPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)).FirstOrDefault(File.Exists);

    // A process that has just ended tells less than it did before.
    private static Usage Look(Process process, Usage before)
    {
        try
        {
            process.Refresh();
            var processor = process.TotalProcessorTime;
            return new Usage(
                TimeSpan.Zero, processor > before.Processor ? processor : before.Processor, Math.Max(process.PeakWorkingSet64, before.PeakBytes));
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return before;
        }
    }
}
