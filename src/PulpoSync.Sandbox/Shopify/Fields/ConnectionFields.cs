namespace PulpoSync.Sandbox.Shopify;

/// <summary>What all connections have in common.</summary>
internal static class ConnectionFields
{
    public static void Register(FieldTable table)
    {
        table.For<Page>("Connection")
            .Add("edges", page => page.Edges)
            .Add("nodes", page => page.Edges.Select(e => e.Node))
            .Add("pageInfo", page => page);
        table.For<Edge>("Edge")
            .Add("cursor", edge => edge.Cursor.ToString())
            .Add("node", edge => edge.Node);
        table.For<Page>("PageInfo")
            .Add("hasNextPage", page => page.HasNext)
            .Add("hasPreviousPage", page => page.HasPrevious)
            .Add("startCursor", page => page.Edges.Count == 0 ? null : page.Edges[0].Cursor.ToString())
            .Add("endCursor", page => page.Edges.Count == 0 ? null : page.Edges[^1].Cursor.ToString());
    }
}
