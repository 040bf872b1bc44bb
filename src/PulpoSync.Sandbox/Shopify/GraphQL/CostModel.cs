namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// What a query costs, by a rule fitted to recorded answers: scalars 0, objects 1, a mutation 10 with the objects directly in its payload free,
/// a connection 2 + max(1, floor(2·ln(first))) × its node. Money, page info, jobs and user errors are free.
/// </summary>
internal static class CostModel
{
    public const int MaxQueryCost = 1000;

    private const int Mutation = 10;

    // The only one known to cost more: 50 in all answers since June 2026, 10 before.
    private static readonly Dictionary<string, int> DearMutations = new(StringComparer.Ordinal) { ["fulfillmentTrackingInfoUpdate"] = 50 };

    private static readonly HashSet<string> FreeTypes = ["MoneyBag", "MoneyV2", "PageInfo", "Job"];

    /// <summary>The cost asked for, before anything is executed.</summary>
    public static int Requested(PlannedOperation operation, IReadOnlyList<FieldCall> calls) =>
        operation.IsMutation
            ? operation.Fields.Sum(f => OfMutation(f) + SumOfMost(f, calls, isPayload: true))
            : operation.Fields.Sum(f => OfField(f, calls, insidePayload: false));

    /// <summary>What a mutation costs before anything of its payload is asked for.</summary>
    public static int OfMutation(PlannedField field) => DearMutations.GetValueOrDefault(field.Definition?.Name ?? "", Mutation);

    /// <summary>The cost of a connection. With the number of nodes that came, it is the actual cost (that part of the rule is inferred).</summary>
    public static int OfConnection(int count, int nodeCost) => 2 + (Math.Max(1, (int)Math.Floor(2 * Math.Log(count))) * nodeCost);

    /// <summary>The cost of an object as such.</summary>
    public static int OfObject(PlannedField field) => IsFree(field.Definition!) || IsInsidePayload(field) ? 0 : 1;

    private static bool IsInsidePayload(PlannedField field) => field.Parent?.Definition?.Owner == "Mutation";

    private static bool IsFree(SchemaField field) =>
        FreeTypes.Contains(field.Type.Named) || field.Owner == "Mutation" || field.Type.Named.EndsWith("UserError", StringComparison.Ordinal)
        || field.IsConnection || field.Type.Named.EndsWith("Edge", StringComparison.Ordinal);

    private static int OfField(PlannedField field, IReadOnlyList<FieldCall> calls, bool insidePayload)
    {
        if (field.Selections is null) return 0;
        var inner = SumOfMost(field, calls, isPayload: false);
        if (!field.Definition!.IsConnection) return (insidePayload || IsFree(field.Definition) ? 0 : 1) + inner;
        return OfConnection(calls[field.Index].GetInt("first") ?? calls[field.Index].GetInt("last") ?? 1, inner);
    }

    // Of several possible types the dearest counts.
    private static int SumOfMost(PlannedField field, IReadOnlyList<FieldCall> calls, bool isPayload) =>
        field.Selections!.Values.Select(fields => fields.Sum(f => OfField(f, calls, isPayload))).DefaultIfEmpty(0).Max();
}
