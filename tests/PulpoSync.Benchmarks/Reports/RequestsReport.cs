using System.Globalization;
using System.Text.Json.Serialization;
using PulpoSync.Benchmarks.World;
using Spectre.Console;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>Requests that an import of new orders needs.</summary>
/// <param name="Orders">Orders imported.</param>
/// <param name="WithLists">Where PULPO's filters understand lists of values.</param>
/// <param name="WithoutLists">Where they find nothing then.</param>
internal sealed record RequestsReport(int Orders, TrafficCounts WithLists, TrafficCounts WithoutLists) : IReport
{
    [JsonPropertyOrder(-1)]
    public string Scenario => "requests";

    /// <summary>Requests per 1,000 orders with lists.</summary>
    public double PerThousand => WithLists.Total * 1000.0 / Orders;

    /// <summary>Requests per 1,000 orders without lists.</summary>
    public double PerThousandWithoutLists => WithoutLists.Total * 1000.0 / Orders;

    public void Show(IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Requests for {Orders:N0} new orders"));
        var table = new Table();
        table.AddColumn("operation").AddColumn("lists of values", Right).AddColumn("no lists", Right);
        foreach (var operation in WithLists.ByOperation.Keys.Union(WithoutLists.ByOperation.Keys).Order(StringComparer.Ordinal))
        {
            table.AddRow(Markup.Escape(operation), Count(WithLists, operation), Count(WithoutLists, operation));
        }

        table.AddRow("all", Text(WithLists.Total), Text(WithoutLists.Total));
        table.AddRow("per 1,000 orders", Text(PerThousand), Text(PerThousandWithoutLists));
        console.Write(table);
    }

    private static void Right(TableColumn column) => column.RightAligned();

    private static string Count(TrafficCounts counts, string operation) => Text(counts.ByOperation.GetValueOrDefault(operation));

    private static string Text(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
