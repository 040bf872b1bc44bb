using System.ComponentModel;
using System.Diagnostics;

namespace PulpoSync.Engine.Machine;

/// <inheritdoc cref="IPrograms"/>
internal sealed class Programs : IPrograms
{
    public ProgramResult Run(
        ProgramCall call, IReadOnlyDictionary<string, string>? environment = null, bool alone = false, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(call.Program, call.Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (alone) start.Environment.Clear();
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            using var ending = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            return new ProgramResult(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception e)
        {
            return new ProgramResult(ProgramResult.Missing, "", $"{call.Program}: {e.Message}");
        }
    }
}
