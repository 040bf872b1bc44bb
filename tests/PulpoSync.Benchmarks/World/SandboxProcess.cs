using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using PulpoSync.Benchmarks.Processes;

namespace PulpoSync.Benchmarks.World;

/// <summary>A sandbox in a process of its own, filled by plan: what it uses does not count as the product's.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Process _process;
    private readonly HttpClient _control;

    private SandboxProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _control = new HttpClient { BaseAddress = new Uri(address, "control/"), Timeout = TimeSpan.FromMinutes(10) };
    }

    /// <summary>The root of all that is served.</summary>
    public Uri Address { get; }

    /// <summary>Starts a sandbox and builds the world of a plan in it.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="latency">Time before each answer, which stands for the network.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="recordTo">File for the traffic; null: not recorded.</param>
    public static async Task<SandboxProcess> StartAsync(WorldPlan plan, TimeSpan latency, CancellationToken cancellationToken, string? recordTo = null)
    {
        // Its own small world stays beside ours.
        string[] arguments =
        [
            "sandbox", "--json", "--orders", "1", "--latency", latency.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
            .. recordTo is null ? Array.Empty<string>() : ["--record-to", recordTo],
        ];
        var process = Executable.PulpoSync.Start(new Dictionary<string, string>(), arguments);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The sandbox did not start.");
            var sandbox = new SandboxProcess(process, JsonDocument.Parse(line).RootElement.GetProperty("address").Deserialize<Uri>()!);
            await sandbox.AddAsync(plan, cancellationToken);
            return sandbox;
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Builds the world of a further plan, of another name.</summary>
    public async Task AddAsync(WorldPlan plan, CancellationToken cancellationToken)
    {
        await PostAsync("shops", plan.Shop, cancellationToken);
        await PostAsync("tenants", plan.Tenant, cancellationToken);
        await AddOrdersAsync(plan, cancellationToken);
        await PostAsync($"pulpo/{plan.Name}/seed", WorldPlan.TenantSeed, cancellationToken);
    }

    /// <summary>Adds the orders of a plan to a shop that is there.</summary>
    public Task AddOrdersAsync(WorldPlan plan, CancellationToken cancellationToken) => PostAsync($"shopify/{plan.Name}/seed", plan.ShopSeed, cancellationToken);

    /// <summary>Forgets what was counted.</summary>
    public async Task ForgetTrafficAsync(CancellationToken cancellationToken) =>
        (await _control.DeleteAsync("traffic", cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>What was counted since.</summary>
    public async Task<TrafficCounts> TrafficAsync(CancellationToken cancellationToken) =>
        await _control.GetFromJsonAsync<TrafficCounts>("traffic", Json, cancellationToken) ?? throw new InvalidOperationException("The sandbox counts nothing.");

    /// <summary>Makes sure that a tenant has so many orders.</summary>
    /// <exception cref="InvalidOperationException">It has not: what was measured is not what was meant.</exception>
    public async Task DemandOrdersAsync(string tenant, int orders, CancellationToken cancellationToken)
    {
        var delivered = (await _control.GetFromJsonAsync<JsonElement>($"pulpo/{tenant}/orders", cancellationToken)).GetArrayLength();
        if (delivered != orders) throw new InvalidOperationException($"{delivered} of {orders} orders arrived at {tenant}.");
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task PostAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var answer = await _control.PostAsJsonAsync(path, body, Json, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
