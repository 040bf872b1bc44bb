namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// Which fields of an operation the app may not read. A refused field becomes null and is reported; where it must not be null, its parent does.
/// </summary>
internal sealed class FieldGrants
{
    private const string ProtectedData = "https://shopify.dev/docs/apps/launch/protected-customer-data";

    private readonly Dictionary<PlannedField, PlannedField> _refusedBy = [];

    public FieldGrants(PlannedOperation operation, RequestContext context)
    {
        RefusesAll = operation.Fields.Select(f => Visit(f, context)).ToList().Exists(refused => refused);
    }

    /// <summary>Whether the refusal reaches the root: there is no data at all.</summary>
    public bool RefusesAll { get; }

    /// <summary>The fields that are null, each with the field whose access is missing.</summary>
    public IReadOnlyDictionary<PlannedField, PlannedField> Refused => _refusedBy;

    /// <summary>The error's message and extensions for a field whose access is missing.</summary>
    public static GraphQLError ErrorFor(PlannedField field)
    {
        var access = field.Definition!.Access;
        if (access.AnyScopeOf.Count == 0)
        {
            return new GraphQLError($"This app is not approved to use the {field.Definition.Name} field. See {ProtectedData} for more details.")
            {
                Extensions = new Dictionary<string, object?> { ["code"] = "ACCESS_DENIED", ["documentation"] = ProtectedData },
            };
        }
        return new GraphQLError($"Access denied for {field.Definition.Name} field. Required access: {access.Requirement}")
        {
            Extensions = new Dictionary<string, object?>
            {
                ["code"] = "ACCESS_DENIED",
                ["documentation"] = "https://shopify.dev/api/usage/access-scopes",
                ["requiredAccess"] = access.Requirement,
            },
        };
    }

    // True when the field itself cannot be null, so that its parent has to be.
    private bool Visit(PlannedField field, RequestContext context)
    {
        if (field.Definition is null) return false;
        var cause = IsGranted(field.Definition.Access, context) ? null : field;
        foreach (var child in field.Selections?.Values.SelectMany(f => f) ?? [])
            if (Visit(child, context)) cause ??= _refusedBy[child];
        if (cause is null) return false;
        _refusedBy[field] = cause;
        return field.Definition.Type.IsNonNull;
    }

    private static bool IsGranted(FieldAccess access, RequestContext context) =>
        access.IsGranted(context.Scopes) && !(access.IsProtected && context.Shop.Options.EffectiveCustomerData == CustomerDataAccess.Denied);
}
