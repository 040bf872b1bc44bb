using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Tests.Cli;

/// <summary>A command line with its output in memory.</summary>
internal sealed class CliFixture
{
    public FakeRuntime Runtime { get; } = new();
    public string Out { get; private set; } = "";
    public string Error { get; private set; } = "";
    public IReadOnlyList<JsonElement> OutLines => Lines(Out);
    public IReadOnlyList<JsonElement> ErrorLines => Lines(Error);

    public async Task<int> RunAsync(params string[] args)
    {
        var time = new FakeTimeProvider(FakeRuntime.Now);
        time.SetLocalTimeZone(TimeZoneInfo.Utc);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext { Runtimes = Runtime, Out = output, Error = error, Console = CliContext.ConsoleOn(output, true), Time = time };
        var exitCode = await CommandLineHost.RunAsync(context, args, CancellationToken.None);
        (Out, Error) = (output.ToString(), error.ToString());
        return exitCode;
    }

    public static IntegrationRun Run(RunStatus status, string integration = "Berlin", RunCounts? counts = null, Failure? error = null) => new()
    {
        Id = 7, Integration = integration, Type = IntegrationType.SalesOrders, Status = status, Trigger = "manual", StartedAt = FakeRuntime.Now,
        EndedAt = FakeRuntime.Now.AddMilliseconds(1500), Counts = counts ?? new RunCounts(), Error = error,
    };

    public static RunFinished Finished(RunStatus status, string integration = "Berlin") => new(integration, FakeRuntime.Now, Run(status, integration));

    private static List<JsonElement> Lines(string text) =>
        [.. text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
}
