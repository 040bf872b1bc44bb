using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Torture.Processes;

/// <summary>The built command line as a process of its own, to be killed as <c>kill -9</c> kills.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _halted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly StringBuilder _errors = new();

    private ChildProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => { if (line.Data is { } text) _lines.Enqueue(text); };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync();
    }

    /// <summary>Completes when the process has ended and all that it wrote was read.</summary>
    public Task Exited { get; }

    /// <summary>Completes when the process has come to the point at which it was told to halt.</summary>
    public Task Halted => _halted.Task;

    /// <summary>The system's number of it.</summary>
    public int Id => _process.Id;

    /// <summary>Exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>What it wrote to standard error.</summary>
    public string Errors
    {
        get { lock (_errors) return _errors.ToString(); }
    }

    /// <summary>The objects that it wrote, one a line. A killed process may leave half a line at the end, which is left out.</summary>
    public IReadOnlyList<JsonElement> Events => [.. _lines.Where(line => line.EndsWith('}')).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    /// <summary>Starts <c>pulposync</c>.</summary>
    /// <param name="haltAt">A named point and how often it is passed until the process halts there, such as <c>prepared:3</c>; null: none.</param>
    /// <param name="arguments">Arguments.</param>
    public static ChildProcess Start(string? haltAt, params string[] arguments) => Start(typeof(CliContext).Assembly.Location, haltAt, arguments);

    /// <summary>Starts a program that writes as <c>pulposync</c> does.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="haltAt">A named point and how often it is passed until the process halts there; null: none.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="launcher">A program that starts it, with that program's own arguments; null: nothing stands between.</param>
    public static ChildProcess Start(string program, string? haltAt, string[] arguments, string[]? launcher = null)
    {
        string[] line = [.. launcher ?? [], "dotnet", program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PULPOSYNC_HALT_AT"] = haltAt;
        return new ChildProcess(new Process { StartInfo = start });
    }

    /// <summary>Kills it (SIGKILL; TerminateProcess on Windows) and waits for its end.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await Exited;
    }

    /// <summary>Sends it to sleep as a machine does (SIGSTOP): all of it stands still, and its time goes on.</summary>
    public Task SleepAsync() => SignalAsync("-STOP");

    /// <summary>Wakes it up. Where it halts at a point, it goes on from there.</summary>
    public async Task WakeAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        await SignalAsync("-CONT");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_errors) _errors.AppendLine(line);
        if (line.StartsWith("halted at", StringComparison.Ordinal)) _halted.TrySetResult();
    }
}
