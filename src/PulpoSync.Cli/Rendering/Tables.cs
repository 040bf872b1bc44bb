using Spectre.Console;

namespace PulpoSync.Cli.Rendering;

/// <summary>Makes tables in which nothing that comes from outside is read as markup.</summary>
internal static class Tables
{
    public static Table Of<T>(IEnumerable<T> items, params (string Title, Func<T, string> Text)[] columns)
    {
        var rows = items.Select(item => Array.ConvertAll(columns, column => column.Text(item))).ToList();
        var table = new Table { Border = TableBorder.None };
        for (var i = 0; i < columns.Length; i++)
        {
            var isNumeric = rows.Count > 0 && rows.TrueForAll(row => row[i].Length > 0 && row[i].All(char.IsAsciiDigit));
            var title = new Text(columns[i].Title, new Style(decoration: Decoration.Bold));
            table.AddColumn(new TableColumn(title) { Alignment = isNumeric ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows) table.AddRow(row.Select(text => new Text(text, StyleOf(text))));
        return table;
    }

    private static Style? StyleOf(string text) => text switch
    {
        "FINISHED" or "OK" => new Style(Color.Green),
        "FINISHED PARTIALLY" or "STOPPED" => new Style(Color.Yellow),
        "FAILED" => new Style(Color.Red),
        _ => null,
    };
}
