using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync record NUMBER</c>: why is order 1001 not there, or the stock of an article not what it should be?</summary>
internal static class RecordCommand
{
    private const int History = 10;
    private static readonly Argument<string> Number = NameArguments.One("Number of an order or shipment, or SKU; 1001 also finds 1001_2.", "NUMBER");
    private static readonly Option<string?> Integration = new("--integration")
    {
        Description = "Only of this integration, with wildcards.", HelpName = "NAME",
    };

    public static Command Create(CliContext context) =>
        new Command("record", "What is known of one record, and why it is not there.") { Number, Integration }
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            var number = call.Get(Number)!;
            var records = runtime.GetRecords(new RecordQuery(number, call.Get(Integration)));
            if (records.Count == 0)
            {
                return call.WriteError(
                    ErrorIds.RecordNotFound,
                    $"Nothing is known of {number}: no run has read it. "
                        + $"'pulposync run NAME --record {number} --preview' shows what the rules say of it.",
                    number);
            }

            foreach (var record in records)
            {
                if (call.Json) call.WriteJson(record, CliJson.Lines.IntegrationRecord);
                else Show(context, record);
            }

            if (!call.Json) ShowHistory(context, runtime.GetLog(new LogQuery(call.Get(Integration), Number: number, Last: History)));
            return ExitCodes.Finished;
        });

    private static void Show(CliContext context, IntegrationRecord record)
    {
        var (output, time) = (context.Out, context.Time);
        output.WriteLine($"{record.Number}  {record.Integration} ({record.Type.ToStoredName()})");
        output.WriteLine($"  state        {record.State}, since {Moments.Show(record.ChangedAt, time)}");
        if (record.Reason is not null) output.WriteLine($"  why          {record.Reason}: {record.Message}");
        if (record.DestinationId is not null) output.WriteLine($"  destination  id {record.DestinationId}");
        if (record.NextTryAt is { } next) output.WriteLine($"  next try     {Moments.Show(next, time)}, after {record.Attempts} failed");
        output.WriteLine($"  source key   {record.SourceKey}");
    }

    private static void ShowHistory(CliContext context, IReadOnlyList<IntegrationLogEntry> entries)
    {
        foreach (var entry in entries)
        {
            var what = entry.Outcome?.ToString() ?? entry.Level.ToString();
            // Several integrations may know the number: as an order, as its shipment, as its return.
            context.Out.WriteLine($"  {Moments.Show(entry.At, context.Time)}  {entry.Integration}  {what}  {entry.Code}  {entry.Message}");
        }
    }
}
