using Spectre.Console;

namespace PulpoSync.Cli.Rendering;

/// <summary>Makes tables in which nothing that comes from outside is read as markup.</summary>
internal static class Tables
{
    public static Table Of<T>(IEnumerable<T> items, params (string Title, Func<T, string> Text)[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var (title, _) in columns) table.AddColumn(new TableColumn(new Text(title, new Style(decoration: Decoration.Bold))));
        foreach (var item in items) table.AddRow(columns.Select(column => Cell(column.Text(item))));
        return table;
    }

    private static Text Cell(string text)
    {
        var isNumber = text.Length > 0 && text.All(char.IsAsciiDigit);
        return new Text(text, StyleOf(text)) { Justification = isNumber ? Justify.Right : Justify.Left };
    }

    private static Style? StyleOf(string text) => text switch
    {
        "FINISHED" or "OK" => new Style(Color.Green),
        "FINISHED PARTIALLY" or "STOPPED" => new Style(Color.Yellow),
        "FAILED" => new Style(Color.Red),
        _ => null,
    };
}
