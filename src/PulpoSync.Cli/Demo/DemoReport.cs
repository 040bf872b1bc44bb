using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;
using Spectre.Console;

namespace PulpoSync.Cli.Demo;

/// <summary>The end of the demo: the runs, why orders did not arrive, and what to type next.</summary>
internal sealed class DemoReport(CliCall call)
{
    private const int MostNumbers = 4;

    public void Show(
        IReadOnlyList<IntegrationRun> runs, DemoCircleLine circle, DemoBillbeeLine label, IReadOnlyList<NotArrivedLine> notArrived, DemoAudit audit, string? storePath)
    {
        if (call.Json)
        {
            foreach (var line in notArrived) call.WriteJson<EventLine>(line, CliJson.Lines.EventLine);
            call.WriteJson<EventLine>(circle, CliJson.Lines.EventLine);
            call.WriteJson<EventLine>(label, CliJson.Lines.EventLine);
            call.WriteJson<EventLine>(
                new DemoFinishedLine(
                    audit.InShops, audit.InPulpo, audit.Untraced, audit.Unexplained, audit.Circle.ShippedLines, audit.Parcels, audit.StockFigures,
                    audit.Circle.Returns, audit.Circle.CounterSales, audit.Billbee.Labels, audit.Billbee.States, audit.Differences, storePath),
                CliJson.Lines.EventLine);
            return;
        }

        var output = call.Context.Out;
        output.WriteLine();
        call.Context.Console.Write(RunTable.Summary(runs));
        output.WriteLine();
        output.WriteLine("Not in PULPO, and why:");
        foreach (var line in notArrived)
        {
            var count = Words.Count(line.Count, line.Kind);
            call.Context.Console.Write(new Text($"{count,10}  {line.Reason}: {line.Message} ({line.State}: {Numbers(line)}){Environment.NewLine}"));
        }

        output.WriteLine();
        foreach (var line in DemoCircle.Tell(circle)) output.WriteLine(line);
        output.WriteLine();
        foreach (var line in DemoLabelStory.Tell(label)) output.WriteLine(line);
        output.WriteLine();
        output.WriteLine(audit.IsClean ? Praise(audit) : $"Something is wrong: {string.Join("; ", Complaints(audit))}.");
        output.WriteLine();
        foreach (var line in Next(storePath, notArrived)) output.WriteLine(line);
    }

    private static string Praise(DemoAudit audit) =>
        $"Compared with the shops, Billbee and PULPO themselves: {Words.Of(audit.InShops)} orders in shops and Billbee, each one accounted for; "
        + $"{Words.Of(audit.InPulpo)} orders in PULPO, none lost, none twice; {Words.Count(audit.Circle.ShippedLines, "packed line")} in "
        + $"{Words.Count(audit.Parcels, "parcel")}, each told once; {Words.Count(audit.Billbee.Labels, "label")} of Billbee, one a box; "
        + $"{Words.Count(audit.Billbee.States, "state")} right; {Words.Count(audit.StockFigures, "stock figure")}, all equal; "
        + $"{Words.Count(audit.Circle.Returns, "return")} registered once, {Words.Count(audit.Circle.CounterSales, "counter sale")} booked once.";

    private static IEnumerable<string> Complaints(DemoAudit audit) =>
    [
        .. audit.Untraced.Select(name => $"order {name} has left no trace"),
        .. audit.Unexplained.Select(number => $"nothing explains order {number} in PULPO"),
        .. audit.Differences,
    ];

    private static string Numbers(NotArrivedLine line) =>
        string.Join(", ", line.Numbers.Take(MostNumbers)) + (line.Count > MostNumbers ? ", …" : "");

    private static IEnumerable<string> Next(string? storePath, IReadOnlyList<NotArrivedLine> notArrived)
    {
        yield return "Next:";
        if (storePath is null)
        {
            yield return "  pulposync demo --keep            keep the store of the demo and look around in it";
        }
        else
        {
            var number = notArrived.Count > 0 ? notArrived[0].Numbers[0] : "1001";
            yield return $"  pulposync record {number} --store {storePath}";
            yield return $"  pulposync runs --store {storePath}";
            yield return $"  pulposync log --level warning --store {storePath}";
        }

        yield return "  pulposync sandbox                serve these shops, this Billbee and this PULPO, to rehearse a set-up of your own";
        yield return "  pulposync import stores.json     set up real ones; docs/import.example.json is a beginning";
        yield return "  pulposync run --due              what the scheduled task runs";
    }
}
