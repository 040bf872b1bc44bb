namespace PulpoSync.Sandbox;

/// <summary>The sandbox's own endpoint for PULPO tenants: <c>control/pulpo/{tenant}/…</c>.</summary>
internal static partial class PulpoControl
{
    public static void Map(IEndpointRouteBuilder app, SandboxHost host)
    {
        var control = app.MapGroup("/control/pulpo/{tenant}");
        control.MapPost("/seed", (string tenant, PulpoSeed seed) => Act(host, tenant, t => t.Seed(seed)));
        control.MapPost("/users", (string tenant, UserRequest user) =>
            Act(host, tenant, t => t.AddUser(user.Username, user.Password, user.Warehouses ?? [])));
        control.MapPut("/users/{user}/password", (string tenant, string user, PasswordRequest to) => Act(host, tenant, t => t.SetPassword(user, to.Password)));
        control.MapPost("/ban", (string tenant, BanRequest ban) => Act(host, tenant, t => t.Ban(TimeSpan.FromSeconds(ban.Seconds))));
        control.MapDelete("/ban", (string tenant) => Act(host, tenant, t => t.LiftBan()));
        control.MapDelete("/tokens", (string tenant) => Act(host, tenant, t => t.RevokeTokens()));
        control.MapPost("/packing-locations", (string tenant, FreeRequest free) => Act(host, tenant, t => t.PackingLocationsFree = free.Free));
        MapFloor(control, host);
        control.MapGet("/dump", (string tenant) => Read(host, tenant, t => t.Dump()));
        control.MapGet("/orders", (string tenant) => Read(host, tenant, t => t.Orders));
        control.MapPost("/orders", (string tenant, ForeignOrderRequest order) => Act(host, tenant, t => t.AddForeignOrder(order.Number)));
        control.MapPost("/orders/{number}/advance", (string tenant, string number, AdvanceRequest to) =>
            Act(host, tenant, t => t.Advance(number, to.State, to.Pack)));
        control.MapPost("/orders/{number}/pause", (string tenant, string number) => Act(host, tenant, t => t.Pause(number)));
        control.MapPost("/orders/{number}/resume", (string tenant, string number) => Act(host, tenant, t => t.Resume(number)));
        control.MapPost("/orders/{number}/cancel", (string tenant, string number) => Act(host, tenant, t => t.Cancel(number)));
        control.MapPost("/orders/{number}/rename", (string tenant, string number, RenameRequest to) =>
            Act(host, tenant, t => t.Rename(number, to.Number)));
    }

    private static IResult Act(SandboxHost host, string tenant, Action<PulpoTenant> act)
    {
        if (!host.Tenants.TryGetValue(tenant, out var found)) return Results.NotFound();
        try
        {
            act(found);
            return Results.NoContent();
        }
        catch (InvalidOperationException e)
        {
            return Results.Conflict(new { error = e.Message });
        }
    }

    private static IResult Read<T>(SandboxHost host, string tenant, Func<PulpoTenant, T> read) =>
        host.Tenants.TryGetValue(tenant, out var found) ? Results.Ok(read(found)) : Results.NotFound();

    internal sealed record UserRequest(string Username, string Password, string[]? Warehouses);

    internal sealed record PasswordRequest(string Password);

    internal sealed record BanRequest(double Seconds);

    internal sealed record FreeRequest(bool Free);

    internal sealed record ForeignOrderRequest(string Number);

    internal sealed record AdvanceRequest(string State, PackOptions? Pack);

    internal sealed record RenameRequest(string Number);
}
