using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>Reads and writes what destinations do not know of yet.</summary>
internal static class OutstandingTable
{
    /// <summary>?1 types as JSON, ?2 source account, ?3 destination account.</summary>
    public const string Sums =
        """
        SELECT o.warehouse, o.sku, sum(o.pieces), o.has_left
        FROM json_each(?1) AS wanted
        CROSS JOIN routes r ON r.type = wanted.value AND r.source_account = ?2 AND r.destination_account = ?3
        CROSS JOIN outstanding o ON o.route_id = r.id
        GROUP BY o.warehouse, o.sku, o.has_left
        """;

    /// <summary>The row at hand.</summary>
    public static Outstanding Read(Row row) => new(row.Text(0), row.Text(1), row.Int(2), row.Flag(3));

    /// <summary>Replaces what was noted for some records. Most have nothing, before and after: they cost one look into the index.</summary>
    public static void Replace(Session session, long routeId, IReadOnlyDictionary<string, IReadOnlyList<Outstanding>> goods)
    {
        if (goods.Count == 0) return;
        session.Execute(
            "DELETE FROM outstanding WHERE route_id = ?1 AND source_key IN (SELECT value FROM json_each(?2))",
            routeId, StoreJson.Write(goods.Keys, StoreJson.Default.IEnumerableString));
        foreach (var (key, one) in goods.SelectMany(pair => pair.Value.Select(one => (pair.Key, one))))
        {
            session.Execute(
                """
                INSERT INTO outstanding (route_id, source_key, warehouse, sku, has_left, pieces) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT DO UPDATE SET pieces = pieces + excluded.pieces
                """,
                routeId, key, one.Warehouse, one.Sku, one.HasLeft, one.Pieces);
        }
    }
}
