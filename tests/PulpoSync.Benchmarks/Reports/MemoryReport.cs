using System.Globalization;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>Whether memory grows with the number of orders.</summary>
/// <param name="SmallOrders">Orders of the small import.</param>
/// <param name="LargeOrders">Orders of the large import.</param>
/// <param name="Small">Peak memory of the small import in bytes.</param>
/// <param name="Large">Peak memory of the large import in bytes.</param>
internal sealed record MemoryReport(int SmallOrders, int LargeOrders, Spread Small, Spread Large) : IReport
{
    [JsonPropertyOrder(-1)]
    public string Scenario => "memory";

    /// <summary>How many times more the large import needs.</summary>
    public double Ratio => Large.Median / Small.Median;

    public void Show(IAnsiConsole console)
    {
        console.WriteLine("Peak memory of an import; median (least–greatest)");
        var table = new Table();
        table.AddColumn("orders").AddColumn("MB");
        table.AddRow(Number(SmallOrders), Megabytes(Small)).AddRow(Number(LargeOrders), Megabytes(Large));
        table.AddRow("ratio", Ratio.ToString("0.00", CultureInfo.InvariantCulture));
        console.Write(table);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(Spread bytes) => new Spread(bytes.Min / 1e6, bytes.Median / 1e6, bytes.Max / 1e6).ToText("0");
}
