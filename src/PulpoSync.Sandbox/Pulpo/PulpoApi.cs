using System.Text.Json;
using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Sandbox;

/// <summary>The PULPO WMS API: <c>/api/v1</c> with or without a slash at the end of a path.</summary>
internal sealed class PulpoApi(SandboxHost host) : ISandboxApi
{
    private static readonly PulpoRoute[] Routes =
    [
        .. AuthEndpoints.Routes,
        .. ReferenceEndpoints.Routes,
        .. ThirdPartyEndpoints.Routes,
        .. ProductEndpoints.Routes,
        .. SalesOrderEndpoints.Routes,
        .. SalesOrderBulkEndpoints.Routes,
        .. FulfillmentEndpoints.Routes,
        .. PackingEndpoints.Routes,
        .. BoxEndpoints.Routes,
        .. BatchEndpoints.Routes,
        .. StockEndpoints.Routes,
        .. StockSumEndpoints.Routes,
        .. ReceptionEndpoints.Routes,
    ];

    public string Prefix => "pulpo";

    public Task HandleAsync(SandboxRequest request)
    {
        var answer = host.Tenants.TryGetValue(request.Name, out var tenant) ? Answer(tenant.World, request) : PulpoAnswer.Message(404, "not found");
        return request.AnswerAsync(answer.Status, answer.Body);
    }

    private static PulpoAnswer Answer(PulpoWorld world, SandboxRequest request)
    {
        lock (world.Gate)
        {
            if (world.Access.Banned) return PulpoAnswer.Message(world.Options.BanStatus, "banned");
            if (!world.Access.Admit()) return PulpoAnswer.Message(StatusCodes.Status429TooManyRequests, "too many requests");
            var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (path is not ["api", "v1", .. var rest]) return PulpoAnswer.Message(404, "not found");
            foreach (var route in Routes)
            {
                if (route.Match(request.Method, rest) is { } ids) return Answer(world, request, route, ids);
            }
            return PulpoAnswer.Message(404, "not found");
        }
    }

    private static PulpoAnswer Answer(PulpoWorld world, SandboxRequest request, PulpoRoute route, IReadOnlyList<string> ids)
    {
        var user = world.Access.UserOf(request.Http.Request.Headers.Authorization);
        if (user is null && !route.Open) return PulpoAnswer.Message(StatusCodes.Status401Unauthorized, "unauthorized");
        try
        {
            return route.Handle(new PulpoCall(world, request, ids) { User = user! });
        }
        catch (JsonException)
        {
            return PulpoAnswer.Message(StatusCodes.Status400BadRequest, "bad request");
        }
    }
}
