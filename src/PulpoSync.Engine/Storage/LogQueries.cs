namespace PulpoSync.Engine.Storage;

/// <summary>Reads lines of the log and outcomes for people.</summary>
internal static class LogQueries
{
    /// <summary>The newest entries that fit, oldest first.</summary>
    public static List<IntegrationLogEntry> Run(Session session, LogQuery query)
    {
        var (sql, arguments) = Build(session, query);
        IEnumerable<Line> lines = session.All(sql, Read, arguments);
        if (query.Number is { } number)
        {
            lines = NumberMatch.Rank(number.Trim(), lines, line => line.Entry.Number ?? "", line => line.SourceKey)
                .OrderByDescending(line => line.Id)
                .Take(query.Last);
        }

        return [.. lines.OrderBy(line => line.Entry.At).ThenBy(line => line.Id).Select(line => line.Entry)];
    }

    /// <summary>The statement and its arguments.</summary>
    internal static (string Sql, object?[] Arguments) Build(Session session, LogQuery query)
    {
        var filter = new Filter();
        if (query.RunId is { } run) filter.And($"run_id = {filter.Place(run)}");
        if (query.Number is { } number) filter.AndNumber("log", number.Trim());
        filter.AndIntegration(session, "integration_id", query.Integration);
        if (query.Since is { } since) filter.And($"at >= {filter.Place(since)}");
        if (query.Level > LogLevel.Information)
        {
            // The first condition lets SQLite use the index of heavy lines, the second is the one that was asked.
            filter.And("level > 0");
            filter.And($"level >= {filter.Place((int)query.Level)}");
        }

        var limit = query.Number is null ? $"LIMIT {filter.Place(query.Last)}" : "";
        var sql =
            $"""
            SELECT g.id, g.at, g.level, i.name, g.run_id, g.number, g.outcome, g.code, g.message, g.source_key
            FROM (SELECT id FROM log {filter.Where} ORDER BY at DESC, id DESC {limit}) AS chosen
            JOIN log g ON g.id = chosen.id
            LEFT JOIN integrations i ON i.id = g.integration_id
            """;
        return (sql, filter.Arguments);
    }

    private static Line Read(Row row) => new(
        row.Long(0),
        row.TextOrNull(9) ?? "",
        new IntegrationLogEntry
        {
            At = row.Moment(1),
            Level = (LogLevel)row.Int(2),
            Integration = row.TextOrNull(3),
            RunId = row.IsNull(4) ? null : row.Long(4),
            Number = row.TextOrNull(5),
            Outcome = row.WordOrNull<OutcomeKind>(6),
            Code = row.Text(7),
            Message = row.Text(8),
        });

    private sealed record Line(long Id, string SourceKey, IntegrationLogEntry Entry);
}
