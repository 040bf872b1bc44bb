using System.IO.Enumeration;

namespace PulpoSync.Engine.Storage;

/// <summary>The conditions of a query and their arguments.</summary>
internal sealed class Filter
{
    private readonly List<string> _conditions = [];
    private readonly List<object?> _arguments = [];

    /// <summary>Arguments, in the order of their places.</summary>
    public object?[] Arguments => [.. _arguments];

    /// <summary>The WHERE clause; empty where there is no condition.</summary>
    public string Where => _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);

    /// <summary>Adds a value; gives its place (<c>?3</c>).</summary>
    public string Place(object? value)
    {
        _arguments.Add(value);
        return FormattableString.Invariant($"?{_arguments.Count}");
    }

    /// <summary>Adds a condition.</summary>
    public void And(string condition) => _conditions.Add(condition);

    /// <summary>Adds the condition that a column holds the id of an integration whose name fits; deleted ones keep their names.</summary>
    /// <param name="session">Session.</param>
    /// <param name="column">Column.</param>
    /// <param name="pattern">Name with wildcards; null: no condition.</param>
    public void AndIntegration(Session session, string column, string? pattern)
    {
        if (pattern is null) return;
        var ids = session.All("SELECT id, name FROM integrations", row => (Id: row.Long(0), Name: row.Text(1)))
            .FindAll(integration => FileSystemName.MatchesSimpleExpression(pattern, integration.Name))
            .ConvertAll(integration => integration.Id);
        // One value leaves an index in its order; a list has to be sorted.
        And(ids.Count == 1
            ? $"{column} = {Place(ids[0])}"
            : $"{column} IN (SELECT value FROM json_each({Place(StoreJson.Write(ids, StoreJson.Default.IEnumerableInt64))}))");
    }

    /// <summary>Adds the condition that a row's bare number or bare key is what was typed.</summary>
    public void AndNumber(string table, string typed) => And(
        $"""
        id IN (SELECT id FROM {table} WHERE bare_number = {Place(BareNumber.Of(typed))}
               UNION SELECT id FROM {table} WHERE bare_key = {Place(BareNumber.OfKey(typed))})
        """);
}
