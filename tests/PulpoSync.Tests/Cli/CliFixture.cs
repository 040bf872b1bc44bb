using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PulpoSync.Cli.Hosting;

namespace PulpoSync.Tests.Cli;

/// <summary>A command line with its output in memory.</summary>
internal sealed class CliFixture
{
    public FakeRuntime Runtime { get; } = new();

    /// <summary>Null: the fake engine on a clock that stands still; else this one on the system's clock.</summary>
    public IRuntimeFactory? RealEngine { get; init; }

    public string Out { get; private set; } = "";
    public string Error { get; private set; } = "";
    public IReadOnlyList<JsonElement> OutLines => Lines(Out);
    public IReadOnlyList<JsonElement> ErrorLines => Lines(Error);

    public async Task<int> RunAsync(params string[] args)
    {
        var clock = new FakeTimeProvider(FakeRuntime.Now);
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext
        {
            Runtimes = RealEngine ?? Runtime, Time = RealEngine is null ? clock : TimeProvider.System,
            Out = output, Error = error, Console = CliContext.ConsoleOn(output, true),
        };
        var exitCode = await CommandLineHost.RunAsync(context, args, CancellationToken.None);
        (Out, Error) = (output.ToString(), error.ToString());
        return exitCode;
    }

    public static IntegrationRun Run(RunStatus status, string integration = "Berlin", RunCounts? counts = null, Failure? error = null) => new()
    {
        Id = 7, Integration = integration, Type = IntegrationType.SalesOrders, Status = status, Trigger = "manual", StartedAt = FakeRuntime.Now,
        EndedAt = FakeRuntime.Now.AddMilliseconds(1500), Counts = counts ?? new RunCounts(), Error = error,
    };

    public static RunFinished Finished(RunStatus status, string integration = "Berlin") =>
        new(integration, FakeRuntime.Now, Run(status, integration));

    private static List<JsonElement> Lines(string text) =>
        [.. text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
}
