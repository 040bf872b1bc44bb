namespace PulpoSync.Sandbox.Shopify;

/// <summary>Finds what a mutation is to change.</summary>
internal static class Targets
{
    /// <summary>The object of an id, as far as this app may see it; null when there is none.</summary>
    /// <exception cref="GraphQLException">The id is no id of this type: the mutation fails as a whole.</exception>
    public static T? Find<T>(FieldCall call, string? gid, string? type = null) where T : class
    {
        // The world's types are mostly called as Shopify's are.
        if (Gids.Parse(gid)?.Type != (type ?? typeof(T).Name)) throw new GraphQLException("RESOURCE_NOT_FOUND", "invalid id");
        return QueryFields.Find(call, gid, null) as T;
    }
}
