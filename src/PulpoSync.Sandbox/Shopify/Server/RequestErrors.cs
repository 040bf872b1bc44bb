using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Errors of a request as a whole: nothing is executed.</summary>
internal static class RequestErrors
{
    private static readonly VariableCoercion Coercion = new(Schema.Shared);
    private static readonly JsonElement NullElement = JsonSerializer.SerializeToElement<object?>(null);

    public static readonly GraphQLError Throttled = new("Throttled")
    {
        Extensions = new Dictionary<string, object?> { ["code"] = "THROTTLED", ["documentation"] = "https://shopify.dev/api/usage/rate-limits" },
    };

    public static GraphQLError Internal(string requestId) =>
        new($"Internal error. Looks like something went wrong on our end.\nRequest ID: {requestId} (include this in support requests).")
        {
            Extensions = new Dictionary<string, object?> { ["requestId"] = requestId, ["code"] = "INTERNAL_SERVER_ERROR" },
        };

    public static GraphQLError TooCostly(int cost) => new(
        $"Query cost is {cost}, which exceeds the single query max cost limit ({CostModel.MaxQueryCost}).\n\n"
        + "See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.\n\n"
        + "To query larger amounts of data with fewer limits, bulk operations should be used instead.\n"
        + "See https://shopify.dev/api/usage/bulk-operations/queries for usage details.\n")
    {
        Extensions = new Dictionary<string, object?>
        {
            ["code"] = "MAX_COST_EXCEEDED", ["cost"] = cost, ["maxCost"] = CostModel.MaxQueryCost,
            ["documentation"] = "https://shopify.dev/api/usage/rate-limits",
        },
    };

    /// <summary>
    /// Reads the variables into <paramref name="result"/> and gives the first problem, or null. Variables that are not declared are ignored.
    /// </summary>
    public static GraphQLError? ReadVariables(PlannedOperation operation, JsonElement given, Dictionary<string, object?> result)
    {
        foreach (var variable in operation.Variables)
        {
            JsonElement? value = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(variable.Name, out var found) ? found : null;
            if (value is null && variable.Default is not null)
            {
                result[variable.Name] = Literals.ValueOf(variable.Default);
                continue;
            }
            if (value is null && !variable.Type.IsNonNull) continue;
            try
            {
                result[variable.Name] = Coercion.Coerce(value ?? NullElement, variable.Type, []);
            }
            catch (VariableProblemException e)
            {
                return InvalidVariable(variable, value, e);
            }
        }
        return null;
    }

    /// <summary>
    /// A connection without a page size or with too large a one, found before anything is executed. The wording of the latter is inferred.
    /// </summary>
    public static GraphQLError? FindBadPage(PlannedOperation operation, IReadOnlyList<FieldCall> calls)
    {
        foreach (var call in calls.Where(c => c.Field.Definition is { IsConnection: true }))
        {
            var message = (call.GetInt("first"), call.GetInt("last")) switch
            {
                (null, null) => "you must provide one of first or last",
                (not null, not null) => "providing both first and last is not supported",
                ( > Paging.MaxPageSize, _) => $"first cannot exceed {Paging.MaxPageSize}",
                (_, > Paging.MaxPageSize) => $"last cannot exceed {Paging.MaxPageSize}",
                ( < 0, _) or (_, < 0) => "first and last must not be negative",
                _ => null,
            };
            if (message is null) continue;
            return new GraphQLError(message)
            {
                Location = call.Field.Location,
                Path = [call.Field.Key],
                Extensions = new Dictionary<string, object?> { ["code"] = "BAD_REQUEST" },
            };
        }
        return null;
    }

    private static GraphQLError InvalidVariable(PlannedVariable variable, JsonElement? value, VariableProblemException problem)
    {
        var place = problem.Path.Count == 0 ? "" : $" for {string.Join('.', problem.Path)} ({problem.Message})";
        return new GraphQLError($"Variable ${variable.Name} of type {variable.Type} was provided invalid value{place}")
        {
            Location = variable.Location,
            Extensions = new Dictionary<string, object?>
            {
                ["code"] = "INVALID_VARIABLE",
                ["value"] = value?.Clone(),
                ["problems"] = new[] { new { path = problem.Path, explanation = problem.Message } },
            },
        };
    }
}
