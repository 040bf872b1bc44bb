using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary><c>POST /admin/api/{version}/graphql.json</c>.</summary>
internal sealed class GraphQLEndpoint(ShopifyShop shop)
{
    /// <summary>The answer to a request body; null when it is no GraphQL request.</summary>
    public ReadOnlyMemory<byte>? Answer(ReadOnlyMemory<byte> body, Fault? fault, string requestId)
    {
        using var request = Parse(body);
        if (request is null || !request.RootElement.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String) return null;
        if (fault?.Kind == FaultKind.InternalError) return Fail(RequestErrors.Internal(requestId));
        var document = CompiledDocument.Of(query.GetString()!);
        if (document.Errors.Count > 0) return new GraphQLAnswer { Errors = document.Errors }.ToJson(default);
        var name = request.RootElement.TryGetProperty("operationName", out var given) ? given.GetString() : null;
        var candidates = document.Operations.Where(o => name is null || o.Name == name).ToArray();
        if (candidates is not [var operation])
            return Fail(new GraphQLError(name is null ? "An operation name is required" : $"No operation named \"{name}\""));
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal);
        var json = request.RootElement.TryGetProperty("variables", out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        if (RequestErrors.ReadVariables(operation, json, variables) is { } problem) return Fail(problem);
        lock (shop.Sync) return Execute(operation, variables, fault);
    }

    private ReadOnlyMemory<byte> Execute(PlannedOperation operation, Dictionary<string, object?> variables, Fault? fault)
    {
        var context = new RequestContext(shop);
        var calls = FieldCalls.Of(operation, variables, context);
        if (RequestErrors.FindBadPage(operation, calls) is { } badPage) return new GraphQLAnswer { Errors = [badPage] }.ToJson("null"u8);
        var requested = CostModel.Requested(operation, calls);
        if (requested > CostModel.MaxQueryCost) return Fail(RequestErrors.TooCostly(requested));
        if (fault?.Kind == FaultKind.Throttled || !shop.Bucket.TryTake(requested))
            return new GraphQLAnswer { Errors = [RequestErrors.Throttled], Cost = CostReport.Of(shop.Bucket, requested, null) }.ToJson(default);
        using var execution = new Execution(context, calls, variables, new FieldGrants(operation, context));
        var data = execution.Run(operation);
        // Never more than was asked for: what was taken first is the upper limit.
        var actual = Math.Min(requested, execution.ActualCost);
        shop.Bucket.GiveBack(requested - actual);
        var cost = CostReport.Of(shop.Bucket, requested, actual);
        return new GraphQLAnswer { Errors = execution.Errors, Cost = cost, Searches = context.Searches }.ToJson(data);
    }

    private static ReadOnlyMemory<byte> Fail(GraphQLError error) => new GraphQLAnswer { Errors = [error] }.ToJson(default);

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
