using System.CommandLine;
using PulpoSync.Cli.Demo;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Sandbox;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync sandbox</c></summary>
internal static class SandboxCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "TCP port on this machine. Default: a free one.", HelpName = "PORT" };
    private static readonly Option<int> Latency = new("--latency") { Description = "Milliseconds before each answer.", HelpName = "MS" };
    private static readonly Option<FileInfo?> RecordTo = new("--record-to")
    {
        Description = "File to which each request and answer is written.", HelpName = "FILE",
    };
    private static readonly Option<int> Orders = new("--orders")
    {
        Description = "Orders in each of the two shops; the Billbee account has a third as many.", HelpName = "N", DefaultValueFactory = _ => 100,
    };

    public static Command Create(CliContext context) =>
        new Command("sandbox", "Serves emulated shops, a Billbee account and a warehouse system on this machine, until Ctrl+C.") { Port, Latency, RecordTo, Orders }
            .Does(context, ServeAsync);

    private static async Task<int> ServeAsync(CliCall call, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions
        {
            Port = call.Get(Port), Latency = TimeSpan.FromMilliseconds(call.Get(Latency)), RecordTo = call.Get(RecordTo)?.FullName,
        };
        await using var world = await DemoWorld.StartAsync(options, call.Get(Orders), cancellationToken);
        Show(call, world.Describe());
        // Ctrl+C is how a sandbox ends, so it is no failure.
        var end = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(end.SetResult);
        await end.Task;
        return ExitCodes.Finished;
    }

    private static void Show(CliCall call, SandboxStartedLine sandbox)
    {
        var output = call.Context.Out;
        if (call.Json)
        {
            call.WriteJson<EventLine>(sandbox, CliJson.Lines.EventLine);
            output.Flush();
            return;
        }

        foreach (var shop in sandbox.Shops)
        {
            output.WriteLine($"Shopify  {shop.Address}");
            output.WriteLine($"         access token {shop.AccessToken}, or client {shop.ClientId} with secret {shop.ClientSecret}");
        }

        foreach (var account in sandbox.Accounts)
        {
            output.WriteLine($"Billbee  {account.Address}");
            output.WriteLine($"         user {account.UserName}, API password {account.Password}, developer key {account.DeveloperKey}");
            output.WriteLine(
                $"         shop accounts {string.Join(", ", account.ShopAccounts)}; stock locations {string.Join(", ", account.StockLocations)}; "
                + $"labels {string.Join(", ", account.Labels)}");
        }

        foreach (var tenant in sandbox.Tenants)
        {
            output.WriteLine($"PULPO    {tenant.Address}");
            output.WriteLine($"         user {tenant.UserName}, password {tenant.Password}; warehouses {string.Join(", ", tenant.Warehouses)}");
        }

        output.WriteLine($"Control  {sandbox.Control}");
        output.WriteLine("Credentials for these need the sandbox switch. Ctrl+C ends.");
        output.Flush();
    }
}
