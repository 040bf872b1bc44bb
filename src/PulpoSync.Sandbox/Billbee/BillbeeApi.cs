using System.Net.Http.Headers;
using System.Text;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Sandbox;

/// <summary>The Billbee API: <c>/api/v1</c>.</summary>
internal sealed class BillbeeApi(SandboxHost host) : ISandboxApi
{
    private const string SingleOrder = "orders/{id}";

    private static readonly BillbeeRoute[] Routes =
    [
        .. BillbeeOrderEndpoints.Routes,
        .. BillbeeProductEndpoints.Routes,
        .. BillbeeStockEndpoints.Routes,
        .. BillbeeShipmentEndpoints.Routes,
        .. BillbeeListEndpoints.Routes,
    ];

    public string Prefix => "billbee";

    public string? OperationOf(SandboxRequest request) => Find(request).Route?.Operation;

    public Task HandleAsync(SandboxRequest request)
    {
        var answer = host.Accounts.TryGetValue(request.Name, out var account) ? Answer(account, request) : default(BillbeeAnswer) with { Status = 404 };
        return request.AnswerAsync(answer.Status, answer.Body, answer.Headers);
    }

    private static BillbeeAnswer Answer(BillbeeAccount account, SandboxRequest request)
    {
        var world = account.World;
        var (route, values, isPath) = Find(request);
        // As ASP.NET does it: the route comes before the login.
        if (route is null)
        {
            return isPath
                ? world.Answers.Message(405, $"The requested resource does not support http method '{request.Method}'.")
                : world.Answers.Message(404, "No HTTP resource was found that matches the request URI.");
        }
        var arrived = account.Rates.Arrive(route.Operation);
        if (!IsKnown(world, request)) return world.Answers.Message(401, "Authorization has been denied for this request.");
        if (world.Options.Limited && !account.Limiter.Admit(route.Operation, route is { Method: "GET", Template: SingleOrder } ? values[0] : null, arrived))
        {
            account.Rates.Refuse(route.Operation);
            return world.Answers.TooMany();
        }
        lock (world.Gate) return Answer(world, route, request, values);
    }

    private static BillbeeAnswer Answer(BillbeeWorld world, BillbeeRoute route, SandboxRequest request, IReadOnlyList<string> values)
    {
        if (!world.ApiActivated) return world.Answers.Refusal(world.Options.RefusalStatus, BillbeeErrorCode.ApiNotActivated, "API not activated");
        if (!request.Body.IsEmpty && !request.Http.Request.HasJsonContentType())
            return world.Answers.Message(415, "The request entity's media type is not supported for this resource.");
        try
        {
            return route.Handle(new BillbeeCall(world, request, values));
        }
        catch (BillbeeRequestException e)
        {
            return world.Answers.Message(400, e.Message);
        }
    }

    // Fixed paths come before those with a value in them: products/stocks is no product.
    private static (BillbeeRoute? Route, IReadOnlyList<string> Values, bool IsPath) Find(SandboxRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not ["api", "v1", .. var rest]) return (null, [], false);
        var fitting = Routes.Select(r => (Route: r, Values: r.Match(rest))).Where(r => r.Values is not null).OrderBy(r => r.Values!.Count).ToList();
        var found = fitting.FirstOrDefault(r => r.Route.Method == request.Method);
        return (found.Route, found.Values ?? [], fitting.Count > 0);
    }

    // Both are needed: who develops the client, and whose account it is.
    private static bool IsKnown(BillbeeWorld world, SandboxRequest request)
    {
        var headers = request.Http.Request.Headers;
        if (headers["X-Billbee-Api-Key"] != world.Options.DeveloperKey) return false;
        if (!AuthenticationHeaderValue.TryParse(headers.Authorization, out var login) || login.Parameter is null) return false;
        var bytes = new byte[login.Parameter.Length];
        if (!login.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(login.Parameter, bytes, out var length)) return false;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 && parts[0].Equals(world.Options.UserName, StringComparison.OrdinalIgnoreCase) && parts[1] == world.ApiPassword;
    }
}
