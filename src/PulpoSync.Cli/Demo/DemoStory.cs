using PulpoSync.Cli.Commands;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;
using PulpoSync.Sandbox;

namespace PulpoSync.Cli.Demo;

/// <summary>The demo, told from beginning to end: real HTTP on the loopback interface, a real store, the same engine.</summary>
internal sealed class DemoStory(CliCall call, bool keep, string? recordTo)
{
    private const int OrdersPerShop = 120;
    private readonly List<IntegrationRun> _runs = [];

    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory($"pulposync-demo-{Environment.ProcessId}-");
        try
        {
            return await TellAsync(Path.Combine(folder.FullName, "pulposync.db"), cancellationToken);
        }
        finally
        {
            if (!keep) folder.Delete(recursive: true);
        }
    }

    private async Task<int> TellAsync(string storePath, CancellationToken cancellationToken)
    {
        Step($"Two shops with {Words.Of(OrdersPerShop)} orders each, a Billbee account with a third as many and two PULPO tenants are served on this machine");
        await using var world = await DemoWorld.StartAsync(new SandboxOptions { RecordTo = recordTo }, OrdersPerShop, cancellationToken);
        await using var runtime = call.OpenRuntime(storePath);
        var circle = new DemoCircle(world);
        var label = new DemoLabelStory(world);
        Step("Make a store, credentials and integrations: seven types for the plain shop, orders for the busy one, six types for Billbee; each is checked before it is saved");
        runtime.InitializeStore();
        await DemoSetup.RunAsync(runtime, world, call.Context.Time.GetUtcNow().AddDays(-8), cancellationToken);

        Step("First run");
        await RunAsync(runtime, cancellationToken);
        foreach (var change in new DemoDay(world).Make().Concat(new DemoChanges(world).Make()).Concat(new DemoPackingDay(world).Make())) Step(change);
        Step("Second run");
        await RunAsync(runtime, cancellationToken);
        if (cancellationToken.IsCancellationRequested) return ExitCodes.Partially;

        var notArrived = NotArrived.Of(runtime);
        var audit = DemoAudit.Of(world, runtime);
        new DemoReport(call).Show(_runs, circle.Look(), label.Look(), notArrived, audit, keep ? storePath : null);
        var isWell = audit.IsClean && _runs.TrueForAll(run => run.Status is RunStatus.Finished or RunStatus.FinishedPartially);
        return isWell ? ExitCodes.Finished : ExitCodes.Failed;
    }

    private async Task RunAsync(IPulpoSyncRuntime runtime, CancellationToken cancellationToken)
    {
        var result = new RunResult(named: true);
        var request = new StartRequest { Names = ["*"] };
        await RunViews.For(call).ShowAsync(result.Watch(runtime.StartAsync(request, cancellationToken), CancellationToken.None));
        _runs.AddRange(result.Runs.OrderBy(run => run.StartedAt).ThenBy(run => run.Id));
    }

    private void Step(string text)
    {
        if (call.Json) call.WriteJson<EventLine>(new DemoStepLine(text), CliJson.Lines.EventLine);
        else call.Context.Out.WriteLine($"* {text}.");
    }
}
