using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Flows.Labels;
using PulpoSync.Records;
using PulpoSync.Tests.Support;
using Xunit.Abstractions;

namespace PulpoSync.Tests.Runs;

/// <summary>Runs of labels against a floor and a carrier in memory: one label per box, and its box hears of it, whatever dies and whatever is lost.</summary>
public sealed class LabelRunTests : IDisposable
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("PULPOSYNC_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    private readonly FakeFloor _floor = new();
    private readonly FakeCarrier _carrier = new();
    private readonly Bench _bench;
    private readonly ITestOutputHelper _output;

    public LabelRunTests(ITestOutputHelper output)
    {
        _output = output;
        _bench = new Bench { Sides = (_floor, _carrier) };
    }

    [Fact]
    public async Task Execute_an_unclear_label_is_parked_told_to_its_box_and_left_to_a_person()
    {
        _floor.Put(Box(1));
        _carrier.Fault = () => "lose after";
        await RunAsync();
        (_carrier.Fault, _carrier.CanTell) = (() => null, () => false);

        var found = await RunAsync();

        Assert.Equal((RunStatus.Failed, 1), (found.Status, found.Counts.Failed));
        var row = Row(1);
        Assert.Equal((LedgerState.Parked, ReasonCodes.LabelUnclear, null, false), (row.State, row.Reason, row.NextTryAt, row.AcknowledgementDue));
        Assert.Equal([("1001/1", ReasonCodes.LabelUnclear)], _floor.Told);

        _bench.Advance(TimeSpan.FromDays(1));
        Assert.Equal(RunStatus.Finished, (await RunAsync(new StartRequest { RetryFailed = true })).Status);
        Assert.Equal((LedgerState.Parked, 1, 1), (Row(1).State, _carrier.Made.Count, _floor.Told.Count));
    }

    [Fact]
    public async Task Execute_an_unclear_label_is_settled_by_the_number_that_a_person_enters()
    {
        await UnclearAsync();
        _floor.Put(Box(1) with { TrackingNumbers = ["T-1"] });

        await RunAsync();

        Assert.Equal((LedgerState.Skipped, ReasonCodes.LabelledAlready), (Row(1).State, Row(1).Reason));
        Assert.Single(_carrier.Made);
    }

    [Fact]
    public async Task Execute_an_unclear_label_is_made_again_where_a_person_asks_for_it()
    {
        await UnclearAsync();

        await RunAsync(new StartRequest { Records = ["1001/1"] });
        Assert.Single(_carrier.Made);
        await RunAsync(new StartRequest { Records = ["1001/1"], Recreate = true });

        Assert.Equal((LedgerState.Written, "T-2"), (Row(1).State, Row(1).DestinationId));
        Assert.Equal(("1001/1", "T-2"), _floor.Told[^1]);
    }

    [Fact]
    public async Task Execute_runs_with_random_faults_make_one_label_per_box_and_tell_it()
    {
        _output.WriteLine($"Seed {Seed} (PULPOSYNC_TEST_SEED)");
        var random = new Random(Seed);
        const int Boxes = 40;
        for (var box = 1; box <= Boxes; box++) _floor.Put(Box(box));
        string?[] faults = [null, null, null, null, "refuse", "lose before", "lose after", "die before", "die after"];
        _carrier.Fault = () => faults[random.Next(faults.Length)];
        _carrier.CanTell = () => random.Next(20) != 0;
        _floor.Around = _ =>
        {
            if (random.Next(12) == 0) throw new InvalidOperationException();
            if (random.Next(12) == 0) throw new FailureException(new Failure(random.Next(2) == 0 ? FailureKind.Transient : FailureKind.Data, "Test", "It did not listen."));
        };
        for (var run = 0; run < 150; run++)
        {
            if (random.Next(3) == 0) Touch(random, 1 + random.Next(Boxes));
            await RunAsync(random.Next(4) == 0 ? new StartRequest { RetryFailed = true } : null);
            _bench.Advance(TimeSpan.FromMinutes(random.Next(30)));
            AssertOneEach();
        }

        (_carrier.Fault, _carrier.CanTell, _floor.Around) = (() => null, () => true, _ => { });
        for (var run = 0; run < 5; run++) await RunAsync(new StartRequest { RetryFailed = true });

        AssertOneEach();
        for (var box = 1; box <= Boxes; box++) AssertSettled(Row(box));
        Assert.Contains(_bench.Store.Protocol.Records(new RecordQuery(Last: 100)), record => record.Reason == ReasonCodes.LabelUnclear);
    }

    public void Dispose() => _bench.Dispose();

    private void AssertOneEach() => Assert.Empty(_carrier.Made.GroupBy(label => label.Box).Where(box => box.Count() > 1).Select(box => box.Key));

    private void AssertSettled(LedgerRow row)
    {
        Assert.False(row.AcknowledgementDue, $"{row}");
        var last = _floor.Told.FindLast(told => told.Number == row.Number).Told;
        if (row.State is LedgerState.Written) Assert.Equal((row.DestinationId, row.DestinationId), (last, Assert.Single(_floor.Boxes[row.SourceKey].TrackingNumbers)));
        else Assert.Equal((LedgerState.Parked, row.Reason), (row.State, last));
        if (row.State is LedgerState.Parked) Assert.Contains(row.Reason, new[] { ReasonCodes.LabelUnclear, ReasonCodes.OutcomeUnknown });
    }

    private void Touch(Random random, int number)
    {
        var box = _floor.Boxes[Box(number).Key];
        _floor.Put(box with { UpdatedAt = _bench.Now, Weight = random.Next(1, 9) });
    }

    private async Task UnclearAsync()
    {
        _floor.Put(Box(1));
        _carrier.Fault = () => "lose after";
        await RunAsync();
        (_carrier.Fault, _carrier.CanTell) = (() => null, () => false);
        await RunAsync();
        _carrier.CanTell = () => true;
    }

    private Task<IntegrationRun> RunAsync(StartRequest? request = null) => _bench.RunAsync(request, definition: new FlowDefinition<PackedBox>(
        IntegrationType.ShippingLabels, LabelSettings.Specs,
        context => new LabelFlow(new LabelSettings { Account = context.Destination.Account, Otherwise = new LabelChoice("DHL", "Paket") }, context.Hash, "print", context.Recreate)));

    private LedgerRow Row(int number) => _bench.Row(Box(number).Key, "");

    private static PackedBox Box(int number) => new()
    {
        Key = $"700{number}/1", Number = $"100{number}/1", Account = "pulpo:acme", OrderKey = $"order-{number}", State = PackingState.Packed,
        UpdatedAt = Some.Morning.AddMinutes(number),
    };
}
