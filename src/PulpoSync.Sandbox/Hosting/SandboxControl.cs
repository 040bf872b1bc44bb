using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox;

/// <summary>The sandbox's own endpoint for what concerns all vendors: shops, tenants and accounts, faults, latency, traffic.</summary>
internal static class SandboxControl
{
    public static void Configure(JsonSerializerOptions json) => json.Converters.Add(new JsonStringEnumConverter());

    public static void Map(IEndpointRouteBuilder app, SandboxHost host, Dispatcher dispatcher)
    {
        var control = app.MapGroup("/control");
        control.MapPost("/shops", (ShopOptions options) => Added(() => host.AddShop(options), options.Name));
        control.MapPost("/tenants", (TenantOptions options) => Added(() => host.AddTenant(options), options.Name));
        control.MapPost("/accounts", (BillbeeOptions options) => Added(() => host.AddAccount(options), options.Name));
        control.MapGet("/faults", () => host.Faults.All);
        control.MapPost("/faults", (Fault fault) => host.Faults.Add(fault));
        control.MapPost("/faults/{id:int}/release", (int id) => host.Faults.Release(id) ? Results.NoContent() : Results.NotFound());
        control.MapDelete("/faults", () => host.Faults.Clear());
        control.MapDelete("/faults/{id:int}", (int id) => host.Faults.Remove(id) ? Results.NoContent() : Results.NotFound());
        control.MapGet("/traffic", () => host.Traffic);
        control.MapDelete("/traffic", () => host.Traffic.Reset());
        control.MapPost("/latency", (LatencyRequest latency) => dispatcher.Latency = TimeSpan.FromMilliseconds(latency.Milliseconds));
    }

    private static IResult Added(Action add, string name)
    {
        try
        {
            add();
            return Results.Created((string?)null, new { name });
        }
        catch (ArgumentException e)
        {
            return Results.Conflict(new { error = e.Message });
        }
    }

    internal sealed record LatencyRequest(double Milliseconds);
}
